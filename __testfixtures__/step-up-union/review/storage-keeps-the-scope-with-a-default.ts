interface Storage {
  get(key: string): Promise<string | undefined>;
  put(key: string, value: string): Promise<void>;
}

/** One object per user keeps the grant; the route for a login asks for what the relay kept. */
export class UserSession {
  constructor(
    private readonly storage: Storage,
    private readonly authorizationEndpoint: string,
  ) {}

  async relay(request: Request): Promise<Response> {
    const upstream = await fetch("https://api.example.com/mcp", request);
    if (upstream.status !== 403) return upstream;
    const header = upstream.headers.get("www-authenticate") ?? "";
    const param = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(header)?.[1];
    if (param("error") !== "insufficient_scope") return upstream;
    await this.storage.put("scope", param("scope") ?? "tools:read"); // expect: review scope-side-channel
    return Response.json({ login: "/authorize" }, { status: 401 });
  }

  async authorize(origin: string): Promise<Response> {
    const scope = (await this.storage.get("scope")) || "tools:read";
    const url = new URL(this.authorizationEndpoint);
    url.search = new URLSearchParams({ response_type: "code", redirect_uri: `${origin}/callback`, scope }).toString();
    return Response.redirect(url.href, 302);
  }
}

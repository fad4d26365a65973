interface Tokens {
  readonly access_token: string;
  readonly scope?: string;
}

const words = (text = ""): string[] => text.split(/\s+/).filter(Boolean);

export class Session {
  private readonly asked = new Set(["profile", "boards.read"]);

  constructor(
    private readonly issuer: string,
    private readonly store: { get(key: string): Promise<Tokens | undefined>; set(key: string, tokens: Tokens): Promise<void> },
    private readonly visit: (url: URL) => Promise<string>,
  ) {}

  async signIn(options: { scope?: string } = {}): Promise<Tokens> {
    words((await this.store.get(this.issuer))?.scope).forEach((each) => this.asked.add(each));
    words(options.scope).forEach((each) => this.asked.add(each));
    return this.browser([...this.asked].join(" "));
  }

  private async browser(scope: string): Promise<Tokens> {
    const url = new URL("/authorize", this.issuer);
    url.search = new URLSearchParams({ response_type: "code", client_id: "boards", scope }).toString();
    const code = await this.visit(url);
    const body = new URLSearchParams({ grant_type: "authorization_code", code });
    const data: Tokens = await fetch(`${this.issuer}/token`, { method: "POST", body }).then((answer) => answer.json());
    const tokens = { ...data, scope: data.scope ?? scope };
    await this.store.set(this.issuer, tokens);
    return tokens;
  }
}

export const boards = (session: Session) => async (path: string): Promise<Response> => {
  const response = await fetch(path);
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status !== 403 || !/error="?insufficient_scope/.test(header)) return response;
  await session.signIn({ scope: header.match(/scope="([^"]+)"/)?.[1] });
  return fetch(path);
};

interface Challenge {
  error?: string;
  scope?: string;
}
declare function parse(header: string | null): Challenge;
interface Http {
  defaults: { baseURL?: string };
  post(path: string, form: URLSearchParams): Promise<unknown>;
}
declare const axios: Http & { create(options?: object): Http };
export class Client {
  private scope: string | undefined = "files:read";
  private readonly http = axios.create();
  constructor(private readonly clientId: string) {}

  async send(server: string, path: string, again = true): Promise<Response> {
    const response = await fetch(`${server}${path}`);
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.authorize(server);
    return this.send(server, path, false);
  }

  async authorize(server: string): Promise<void> {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope ?? "" });
    this.http.defaults.baseURL = server;
    await this.http.post("/par", params);
  }
}

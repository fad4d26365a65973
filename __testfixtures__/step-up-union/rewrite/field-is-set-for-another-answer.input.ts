import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Tokens {
  access_token: string;
  scope?: string;
}
export class Client {
  private wanted?: string;
  private tokens?: Tokens;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}
  get granted(): string | undefined {
    return this.tokens?.scope;
  }
  async exchange(code: string): Promise<void> {
    const reply = await fetch(`${this.url}/token`, { method: "POST", body: new URLSearchParams({ code }) });
    if (reply.status !== 200) throw new Error("no token");
    this.tokens = (await reply.json()) as Tokens;
  }
  async get(path: string): Promise<Response> {
    if (!this.tokens) throw new Error("not signed in");
    const response = await fetch(this.url + path, { headers: { authorization: `Bearer ${this.tokens.access_token}` } });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return response;
    this.wanted = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
    return fetch(this.url + path);
  }
}

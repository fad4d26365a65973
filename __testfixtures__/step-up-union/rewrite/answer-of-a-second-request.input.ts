import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  #scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async send(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    const { error } = extractWWWAuthenticateParams(response);
    return response.status === 403 && error === "insufficient_scope" ? this.#probe() : response;
  }

  async #probe(): Promise<Response> {
    const second = await fetch(this.url, { method: "HEAD" });
    const { error, scope } = extractWWWAuthenticateParams(second);
    if (second.status === 403 && error === "insufficient_scope" && scope) {
      this.#scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.#scope });
    }
    return second;
  }
}

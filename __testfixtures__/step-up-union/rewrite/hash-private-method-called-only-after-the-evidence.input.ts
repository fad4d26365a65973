import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Delegating {
  #scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this.url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await this.#widen(scope);
      return fetch(this.url);
    }
    return response;
  }

  async post(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return response;
    await this.#widen(challenge.scope);
    return fetch(this.url, { method: "POST", body });
  }

  async #widen(wanted: string | undefined): Promise<void> {
    if (wanted) this.#scope = wanted; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.#scope });
  }
}

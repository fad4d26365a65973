import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Common {
  #scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this.url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 401) {
      await this.#authorize(scope);
    } else if (error === "insufficient_scope") {
      await this.#authorize(scope);
    }
    return fetch(this.url);
  }

  async #authorize(scope: string | undefined): Promise<void> {
    this.#scope = scope; // expect: review shared-401-403-handler (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.#scope });
  }
}

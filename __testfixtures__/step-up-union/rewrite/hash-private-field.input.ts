import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Sealed {
  #scope: string | undefined;
  readonly #provider: OAuthClientProvider;
  readonly #url: URL;

  constructor(url: URL, provider: OAuthClientProvider) {
    this.#url = url;
    this.#provider = provider;
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.#scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.#provider, { serverUrl: this.#url, scope: this.#scope });
    }
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Authorizer {
  #scope?: string;

  async stepUp(provider: OAuthClientProvider, serverUrl: URL, response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.#scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, { serverUrl, scope: this.#scope });
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { makeProvider } from "./provider.js";

/** Got while it is made, the provider is the same ever after, by whatever getter it is read. */
export class Client {
  private scope: string | undefined;
  private readonly own: { readonly provider: OAuthClientProvider };

  constructor(private readonly url: string) {
    this.own = { provider: makeProvider() };
  }

  private get provider(): OAuthClientProvider {
    return this.own.provider;
  }

  /** A server may give them in either way. */
  private async mayWrite(): Promise<boolean> {
    const tokens = await this.provider.tokens();
    return tokens?.scope?.split(/[\s,]+/).includes("write") ?? false;
  }

  async onForbidden(response: Response): Promise<boolean> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return false;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return this.mayWrite();
  }
}

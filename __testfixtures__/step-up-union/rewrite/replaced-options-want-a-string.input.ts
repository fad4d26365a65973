import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
interface Options { serverUrl: URL; scope: string }
export class Holding {
  constructor(private options: Options, private provider: OAuthClientProvider) {}
  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.options = { ...this.options, scope }; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, this.options);
    }
  }
}

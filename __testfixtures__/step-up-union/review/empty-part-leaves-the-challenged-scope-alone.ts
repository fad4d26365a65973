import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const firstOf = (...scopes: (string | undefined)[]): string | undefined => scopes[0];

/** Where the first of several is empty, the others need not be: the scope that the client asked for is lost then. */
export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async challenged(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const held = firstOf((await this.provider.tokens())?.scope, this.scope);
    await auth(this.provider, { serverUrl: this.url, scope: held ? `${this.scope} ${scope}` : scope }); // expect: review scope-precedence (advice refresh-cannot-widen)
  }
}

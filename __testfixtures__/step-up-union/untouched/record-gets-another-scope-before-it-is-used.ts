const join = (...scopes: (string | undefined)[]): string => [...new Set(scopes.join(" ").split(" "))].join(" ");
import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Records {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly allScopes: string,
  ) {}

  async onUnion(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const options: { serverUrl: URL; scope?: string } = { serverUrl: this.url, scope };
      options.scope = join(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, options);
    }
  }

  async onOther(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const options: { serverUrl: URL; scope?: string } = { serverUrl: this.url, scope };
      options.scope = this.allScopes;
      await auth(this.provider, options);
    }
  }

  async onDelete(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const options: { serverUrl: URL; scope?: string } = { serverUrl: this.url, scope };
      delete options.scope;
      await auth(this.provider, options);
    }
  }
}

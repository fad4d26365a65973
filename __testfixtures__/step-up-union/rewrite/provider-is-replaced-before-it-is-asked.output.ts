import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Several {
  private scope?: string;
  private isAdmin = false;

  constructor(
    private readonly url: URL,
    private provider: OAuthClientProvider,
    private readonly other: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = unionScopes(this.scope, scope);
      this.provider = this.isAdmin ? this.other : this.provider;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

/** The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order. */
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

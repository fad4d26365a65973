import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    console.debug("challenged", challenge);
    if (challenge.error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      console.info("needed", challenge.scope);
      this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    } else {
      console.warn("refused", challenge);
    }
  }
}

/** The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order. */
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** What is only told of a step-up, or thrown for one and caught right there, says nothing of what comes behind it. */
export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
    private readonly onerror: (failure: Error) => void,
  ) {}

  async tellsOfIt(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") this.onerror(new Error("more access is needed"));
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }

  async tellsOfItWithItsStatus(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    response.status === 403 && error === "insufficient_scope" && this.onerror(new Error("more access is needed"));
    if (response.status === 403 && error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }

  async catchesWhatItThrowsForIt(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    try {
      if (error === "insufficient_scope") throw new Error("more access is needed");
      await response.body?.cancel();
    } catch (cause) {
      this.onerror(cause as Error);
    }
    if (error !== "insufficient_scope" || !scope) return;
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

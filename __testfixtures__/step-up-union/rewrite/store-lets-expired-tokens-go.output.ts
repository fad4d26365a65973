import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

export abstract class Store implements OAuthClientProvider {
  private held?: OAuthTokens & { until: number };
  private reads = 0;

  async tokens(): Promise<OAuthTokens | undefined> {
    this.reads++;
    if (this.held && this.held.until < Date.now()) this.held = undefined;
    return this.held;
  }

  abstract redirectUrl: string;
  abstract clientMetadata: OAuthClientProvider["clientMetadata"];
  abstract clientInformation: OAuthClientProvider["clientInformation"];
  abstract saveTokens: OAuthClientProvider["saveTokens"];
  abstract redirectToAuthorization: OAuthClientProvider["redirectToAuthorization"];
  abstract saveCodeVerifier: OAuthClientProvider["saveCodeVerifier"];
  abstract codeVerifier: OAuthClientProvider["codeVerifier"];
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      if (scope) this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
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

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error?: string;
  scope?: string;
}

abstract class Channel {
  protected scope = "records:read";

  constructor(
    protected readonly server: URL,
    protected readonly provider: OAuthClientProvider,
  ) {}

  protected async obey(challenge: Challenge): Promise<boolean> {
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return false;
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope) ?? challenge.scope;
    return (await auth(this.provider, { serverUrl: this.server, scope: this.scope })) === "AUTHORIZED";
  }

  async send(response: Response): Promise<boolean> {
    return response.status === 403 && this.obey(extractWWWAuthenticateParams(response));
  }
}

export class Tablet extends Channel {
  async upload(response: Response): Promise<boolean> {
    return response.status === 403 && this.obey(extractWWWAuthenticateParams(response));
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

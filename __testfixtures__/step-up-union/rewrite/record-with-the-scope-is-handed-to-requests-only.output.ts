import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Asked {
  serverUrl: URL;
  scope?: string;
}

export class Client {
  private readonly asked: Asked;

  constructor(
    private readonly provider: OAuthClientProvider,
    url: URL,
  ) {
    this.asked = { serverUrl: url };
  }

  private options(): Asked {
    const { scope, ...others } = this.asked;
    return { ...others, scope };
  }

  async onRefused(response: Response): Promise<string> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return "refused";
    const tokens = await this.provider.tokens();
    this.asked.scope = unionScopes(tokens?.scope, this.asked.scope, scope);
    console.debug("step-up", this.asked);
    const { serverUrl, scope: wanted } = this.options();
    const again = await auth(this.provider, { serverUrl, scope: wanted });
    return again === "AUTHORIZED" ? again : auth(this.provider, { serverUrl, scope: this.asked.scope });
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

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const INSUFFICIENT_SCOPE = "insufficient_scope";

function errorCode(response: Response): string | undefined {
  const header = response.headers.get("www-authenticate") ?? "";
  if (header.includes(`error="${INSUFFICIENT_SCOPE}"`)) return INSUFFICIENT_SCOPE;
  if (header.includes('error="invalid_token"')) return "invalid_token";
  return undefined;
}

export class FilesClient {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { scope } = extractWWWAuthenticateParams(response);
    if (errorCode(response) !== INSUFFICIENT_SCOPE) return;
    const tokens = await this.provider.tokens();
    if (scope) this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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

import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface ErrorBody {
  readonly error: string;
  readonly error_description?: string;
  readonly scope?: string;
}

export class BodyClient {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(path: string): Promise<Response> {
    const response = await fetch(new URL(path, this.url));
    if (response.status === 403) {
      const body = (await response.json()) as ErrorBody;
      if (body.error === "insufficient_scope") {
        const tokens = await this.provider.tokens();
        this.scope = unionScopes(tokens?.scope, this.scope, body.scope);
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
    }
    return response;
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

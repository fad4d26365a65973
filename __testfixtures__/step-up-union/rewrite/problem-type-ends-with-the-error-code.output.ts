import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** RFC 9457: what went wrong is a URI. */
interface Problem {
  type?: string;
  scope?: string;
}

export class Films {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(path: string, again = true): Promise<unknown> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { authorization: `Bearer ${tokens?.access_token}` },
    });
    if (response.ok) return response.json();
    const problem = (await response.json()) as Problem;
    if (response.status === 403 && problem.type === "urn:problem:insufficient_scope" && problem.scope && again) {
      const grantedTokens = await this.provider.tokens();
      this.scope = unionScopes(grantedTokens?.scope, this.scope, problem.scope);
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      if (result === "AUTHORIZED") return this.get(path, false);
    }
    throw new Error(problem.type ?? response.statusText);
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

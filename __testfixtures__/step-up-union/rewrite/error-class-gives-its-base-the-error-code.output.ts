import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class HarborError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status}: ${code}`);
  }
}

export class PermissionMissing extends HarborError {
  constructor(readonly scope: string) {
    super(403, "insufficient_scope");
  }
}

export class Harbor {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async run(attempt: () => Promise<Response>): Promise<Response> {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PermissionMissing)) throw error;
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, error.scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return attempt();
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

import type { OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

interface Refusal {
  error: string;
  scope?: string;
}

interface Stored {
  tokens(): Promise<OAuthTokens | undefined>;
}

interface Client extends Stored {
  readonly id: string;
}

type Kept = { tokens: (fresh?: boolean) => { scope?: string } | null };

declare function authorize(options: { client_id: string; scope?: string }): Promise<void>;

export class Inherited {
  private scope?: string;

  constructor(private readonly client: Client) {}

  async onRefused(body: Refusal) {
    if (body.error === "insufficient_scope") {
      const tokens = await this.client.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, body.scope);
      await authorize({ client_id: this.client.id, scope: this.scope });
    }
  }
}

export class Literal {
  private scope?: string;

  constructor(
    private readonly kept: Kept,
    private readonly id: string,
  ) {}

  async onRefused(body: Refusal) {
    if (body.error === "insufficient_scope") {
      const tokens = await this.kept.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, body.scope);
      await authorize({ client_id: this.id, scope: this.scope });
    }
    return this.kept;
  }
}

export class Generic<P extends OAuthClientProvider> {
  private scope?: string;

  constructor(readonly source: P) {}

  async onRefused(body: Refusal) {
    if (body.error === "insufficient_scope") {
      const tokens = await this.source.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, body.scope);
      await authorize({ client_id: "mcp", scope: this.scope });
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

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
      this.scope = body.scope; // expect: rewrite replaced-scope (advice scope-may-be-missing)
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
      this.scope = body.scope; // expect: rewrite replaced-scope (advice scope-may-be-missing)
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
      this.scope = body.scope; // expect: rewrite replaced-scope (advice scope-may-be-missing)
      await authorize({ client_id: "mcp", scope: this.scope });
    }
  }
}

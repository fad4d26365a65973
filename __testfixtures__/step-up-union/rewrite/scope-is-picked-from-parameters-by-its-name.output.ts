import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The list has the parameters of one challenge. */
export class Parcels {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly origin: URL,
  ) {}

  async onForbidden(parameters: { name: string; value: string }[]): Promise<void> {
    const error = parameters.find((each) => each.name === "error")?.value;
    const scope = parameters.find((each) => each.name === "scope")?.value;
    if (error !== "insufficient_scope" || !scope) return;
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.origin, scope: this.scope });
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

import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function needed(response: Response): string | undefined {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return error === "insufficient_scope" ? scope : undefined;
}

export class Machine {
  constructor(
    private readonly endpoint: string,
    private scope: string,
  ) {}

  async onReply(response: Response): Promise<void> {
    const challenged = needed(response);
    if (!challenged) return;
    this.scope = unionScopes(this.scope, challenged) ?? challenged;
    const body = new URLSearchParams({ grant_type: "client_credentials", scope: this.scope });
    await fetch(this.endpoint, { method: "POST", body });
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

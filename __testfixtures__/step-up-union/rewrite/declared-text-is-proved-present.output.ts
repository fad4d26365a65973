export class Client {
  private scope = "openid";

  constructor(private readonly clientId: string) {}

  onForbidden(challenge: { error: string; scope: string }): void {
    if (challenge.error === "insufficient_scope") {
      this.scope = unionScopes(this.scope, challenge.scope) ?? challenge.scope;
      const address = new URL("https://issuer.example/authorize");
      address.searchParams.set("client_id", this.clientId);
      address.searchParams.set("response_type", "code");
      address.searchParams.set("scope", this.scope);
      location.assign(address);
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

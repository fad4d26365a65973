export class ByAddress {
  private scope: string | undefined = "quotes:delayed";

  receive(frame: { code: string; scope?: string }): void {
    if (frame.code !== "insufficient_scope" || !frame.scope) return;
    this.scope = unionScopes(this.scope, frame.scope);
    location.assign("/oauth/authorize?response_type=code&scope=" + encodeURIComponent(this.scope ?? ""));
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

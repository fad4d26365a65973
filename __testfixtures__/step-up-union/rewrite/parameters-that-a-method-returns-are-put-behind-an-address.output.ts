const AUTHORIZE = "https://login.example.com/authorize";

interface Problem {
  error?: string;
  scope?: string;
}

export class Client {
  private scope: string | undefined = "files:read";

  private parameters(): URLSearchParams {
    return new URLSearchParams({ response_type: "code", scope: this.scope ?? "" });
  }

  onProblem(problem: Problem): void {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = unionScopes(this.scope, problem.scope);
    location.href = `${AUTHORIZE}?${this.parameters()}`;
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

interface Problem {
  error?: string;
  scope?: string;
}

export class Bank {
  private scope: string | undefined = "balance";

  constructor(private readonly bank: string) {}

  private post(path: string, form: Record<string, string>): Promise<Response> {
    return fetch(this.bank + path, { method: "POST", body: new URLSearchParams(form) });
  }

  async onProblem(problem: Problem): Promise<void> {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = unionScopes(this.scope, problem.scope);
    await this.ask();
  }

  private async ask(): Promise<void> {
    await this.post("/bc-authorize", { scope: this.scope ?? "", login_hint: "a" });
    await this.post("/token", { grant_type: "urn:openid:params:grant-type:ciba" });
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

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
    this.scope = problem.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await this.ask();
  }

  private async ask(): Promise<void> {
    await this.post("/bc-authorize", { scope: this.scope ?? "", login_hint: "a" });
    await this.post("/token", { grant_type: "urn:openid:params:grant-type:ciba" });
  }
}

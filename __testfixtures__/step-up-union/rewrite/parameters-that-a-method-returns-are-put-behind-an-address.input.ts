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
    this.scope = problem.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    location.href = `${AUTHORIZE}?${this.parameters()}`;
  }
}

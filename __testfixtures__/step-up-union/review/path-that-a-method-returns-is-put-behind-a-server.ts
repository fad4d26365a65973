interface Problem {
  error?: string;
  scope?: string;
}

export class Client {
  private scope: string | undefined = "files:read";

  constructor(private readonly path: string) {}

  private query(): string {
    return `${this.path}?${new URLSearchParams({ response_type: "code", scope: this.scope ?? "" })}`;
  }

  onProblem(server: string, problem: Problem): void {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    location.href = server + this.query();
  }
}

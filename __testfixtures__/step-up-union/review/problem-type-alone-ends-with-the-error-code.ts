/** RFC 9457: what went wrong is a URI. */
interface Problem {
  type?: string;
  scope?: string;
}

const INSUFFICIENT = "urn:problem:insufficient_scope";

export class Reports {
  private scope = "base";

  constructor(
    private readonly base: string,
    private readonly agent: { token(): Promise<string>; approve(scope: string): Promise<void> },
  ) {}

  async load(path: string, again = true): Promise<unknown> {
    const response = await fetch(this.base + path, {
      headers: { authorization: `Bearer ${await this.agent.token()}` },
    });
    if (response.ok) return response.json();
    const problem = (await response.json()) as Problem;
    if (problem.type !== INSUFFICIENT || !problem.scope || !again) throw new Error(problem.type);
    const { scope } = problem;
    this.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown)
    await this.agent.approve(this.scope);
    return this.load(path, false);
  }
}

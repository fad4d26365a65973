// What the policy is given at its end runs for the errors that it is told to handle at its beginning.
class Problem extends Error {
  constructor(readonly code: string | undefined, readonly needs: string | undefined) {
    super(`refused: ${code}`);
  }
}

interface Policy {
  execute<T>(work: () => Promise<T>): Promise<T>;
}

interface Builder {
  retry(times: number): Builder;
  onRetry(hook: (problem: Problem) => Promise<void>): Policy;
}

export class Reports {
  private readonly session = { scope: "base", token: "" };
  private readonly stepUp: Policy;

  constructor(handle: (matches: (problem: Problem) => boolean) => Builder) {
    this.stepUp = handle((problem) => problem.code === "insufficient_scope")
      .retry(1)
      .onRetry(async (problem) => {
        this.session.scope = problem.needs ?? "base"; // expect: review unproven-step-up (advice granted-scope-unknown)
        await this.authorize();
      });
  }

  read(work: () => Promise<Response>): Promise<Response> {
    return this.stepUp.execute(work);
  }

  private async authorize(): Promise<void> {
    const body = new URLSearchParams({ grant_type: "client_credentials", scope: this.session.scope });
    const answer = await fetch("https://id.example/token", { method: "POST", body });
    this.session.token = (await answer.json()).access_token;
  }
}

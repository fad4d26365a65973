interface Tokens {
  access_token: string;
  scope?: string;
}

interface Env {
  readonly notes: { last?: string };
  readonly signIn: (request: { scope: string }) => Promise<Tokens>;
}

type Problem = { readonly error: "insufficient_scope"; readonly scope: string } | { readonly error: "other" };

export class Account {
  constructor(private readonly env: Env) {}

  recover(problem: Problem): Promise<Tokens> | undefined {
    return problem.error === "insufficient_scope" ? this.authorize({ scope: problem.scope }) : undefined; // expect: review scope-side-channel
  }

  private authorize(request: { scope: string }): Promise<Tokens> {
    this.env.notes.last = request.scope;
    return this.env.signIn(request);
  }
}

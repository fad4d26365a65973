// A failure of the set's two codes comes here: what an expired login may keep, a reduced one may not.
interface Failure {
  status: string;
  scope?: string;
}

const CURABLE = new Set(["invalid_token", "insufficient_scope"]);

export class MailLink {
  private readonly login: { user: string; scope: string; token: string };

  constructor(
    user: string,
    private readonly line: (text: string) => Promise<string>,
    private readonly obtain: (user: string, scope: string) => Promise<{ access_token: string }>,
  ) {
    this.login = { user, scope: "base", token: "" };
  }

  async authenticate(): Promise<void> {
    const { user, scope } = this.login;
    const { access_token } = await this.obtain(user, scope);
    this.login.token = access_token;
  }

  async command(text: string, cures = 2): Promise<string> {
    const answer = await this.line(text);
    const failure = this.failureIn(answer);
    if (!failure || cures === 0) return answer;
    if (failure.scope) this.login.scope = failure.scope; // expect: review unproven-step-up (advice granted-scope-unknown)
    await this.authenticate();
    return this.command(text, cures - 1);
  }

  private failureIn(line: string): Failure | undefined {
    if (!line.startsWith("NO ")) return undefined;
    const failure: Failure = JSON.parse(line.slice(3));
    return CURABLE.has(failure.status) ? failure : undefined;
  }
}

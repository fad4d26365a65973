import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  scheme: string;
  error?: string;
  scope?: string;
}

declare function parseChallenges(header: string | null): Challenge[];

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async takesTheFirst(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const found = challenges.filter((each) => each.error === "insufficient_scope")[0];
    if (found) {
      this.scope = found.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async takesItApart(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const [found] = challenges.filter(({ error }) => error === "insufficient_scope");
    if (!found) return;
    this.scope = found.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await this.authorize();
  }

  async takesOneByItsPlace(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const bearer = challenges.filter((each) => each.error === "insufficient_scope").filter((each) => each.scheme === "bearer");
    const last = bearer.at(-1);
    if (last !== undefined) {
      this.scope = last.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async countsThem(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const insufficient = challenges.filter((each) => each.error === "insufficient_scope");
    if (insufficient.length === 0) throw new Error("forbidden");
    this.scope = insufficient[0]?.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await this.authorize();
  }

  async takesAll(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const wanted = challenges.filter((each) => each.error === "insufficient_scope").map((each) => each.scope);
    if (wanted.length > 0) {
      this.scope = wanted.join(" "); // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async looksForItsPlace(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const place = challenges.findIndex((each) => each.error === "insufficient_scope");
    if (place !== -1) {
      this.scope = challenges[place]?.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async runsOverThem(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    for (const each of challenges.filter((one) => one.error === "insufficient_scope")) {
      this.scope = each.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  handsEachOn(response: Response): void {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    challenges
      .filter((each) => each.error === "insufficient_scope")
      .forEach((each) => {
        this.scope = each.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
      });
  }
}

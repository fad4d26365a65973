import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error?: string;
  scope?: string;
}

declare function parseChallenges(header: string | null): Challenge[];

/** One of the challenges is a step-up; the scope may be another one's. */
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
    if (challenges.some((each) => each.error === "insufficient_scope")) {
      this.scope = challenges[0]?.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async takesAll(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    if (challenges.some((each) => each.error === "insufficient_scope")) {
      this.scope = challenges.map((each) => each.scope).join(" "); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async countsAndTakesAnother(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const insufficient = challenges.filter((each) => each.error === "insufficient_scope");
    if (insufficient.length) {
      this.scope = challenges[0]?.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async looksForOnePlaceAndTakesAnother(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const place = challenges.findIndex((each) => each.error === "insufficient_scope");
    if (place >= 0) {
      this.scope = challenges[place + 1]?.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }
}

import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error?: string;
  scope?: string;
}

declare function parseChallenges(header: string | null): Challenge[];
declare function send(): Promise<Response>;

/** One round has seen the error code, and the scope may be another round's. */
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
    let stepUp = false;
    for (const each of challenges) {
      if (each.error === "insufficient_scope") {
        stepUp = true;
        break;
      }
    }
    if (stepUp) {
      this.scope = challenges[0]?.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async setsItInACallback(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    let stepUp = false;
    challenges.forEach((each) => {
      if (each.error === "insufficient_scope") stepUp = true;
    });
    if (stepUp) {
      this.scope = challenges[0]?.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async triesAgain(): Promise<void> {
    let isStepUp = false;
    let wanted: string | undefined;
    for (let attempt = 0; attempt < 3; attempt++) {
      const response = await send();
      const [challenge] = parseChallenges(response.headers.get("WWW-Authenticate"));
      wanted = challenge?.scope;
      if (challenge?.error === "insufficient_scope") isStepUp = true;
    }
    if (isStepUp) {
      this.scope = wanted; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }
}

import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  scheme: string;
  error?: string;
  scope?: string;
}

declare function parseChallenges(header: string | null): Challenge[];

/** Flags that a loop sets, and that tell of no step-up where they are read. */
export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async setsItForOthersToo(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    let isKnown = false;
    for (const each of challenges) {
      if (each.error === "insufficient_scope") isKnown = true;
      if (each.scheme === "bearer") isKnown = true;
    }
    if (isKnown) this.scope = challenges[0]?.scope;
    await this.authorize();
  }

  async readsItInTheNextRound(response: Response): Promise<void> {
    let isStepUp = false;
    for (const each of parseChallenges(response.headers.get("WWW-Authenticate"))) {
      if (isStepUp) this.scope = each.scope;
      if (each.error === "insufficient_scope") isStepUp = true;
    }
    await this.authorize();
  }

  async readsItBefore(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    let isStepUp = false;
    if (isStepUp) this.scope = challenges[0]?.scope;
    for (const each of challenges) if (each.error === "insufficient_scope") isStepUp = true;
    await this.authorize();
  }

  async setsItLater(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    let isStepUp = false;
    challenges.forEach(async (each) => {
      await Promise.resolve();
      if (each.error === "insufficient_scope") isStepUp = true;
    });
    if (isStepUp) this.scope = challenges[0]?.scope;
    await this.authorize();
  }

  async isUnsetWhereItIsRead(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    let isStepUp = false;
    for (const each of challenges) if (each.error === "insufficient_scope") isStepUp = true;
    if (!isStepUp) this.scope = challenges[0]?.scope;
    await this.authorize();
  }
}

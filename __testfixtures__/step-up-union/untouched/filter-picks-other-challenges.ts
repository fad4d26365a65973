import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  scheme: string;
  error?: string;
  scope?: string;
}

declare function parseChallenges(header: string | null): Challenge[];

/** What `filter` gives, and what is asked of it, that proves no step-up. */
export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async takesTheOthers(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const [found] = challenges.filter((each) => each.error !== "insufficient_scope");
    if (found) this.scope = found.scope;
    await this.authorize();
  }

  async addsAnother(response: Response, other: Challenge): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const found = challenges.filter((each) => each.error === "insufficient_scope");
    found.push(other);
    if (found.length > 0) this.scope = found[0]?.scope;
    await this.authorize();
  }

  async hasADefault(response: Response, other: Challenge): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const [found = other] = challenges.filter((each) => each.error === "insufficient_scope");
    if (found) this.scope = found.scope;
    await this.authorize();
  }

  async wantsAtMostOne(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const found = challenges.filter((each) => each.error === "insufficient_scope");
    if (found.length > 1) return;
    this.scope = challenges[0]?.scope;
    await this.authorize();
  }

  async asksForFewer(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const found = challenges.filter((each) => each.error === "insufficient_scope");
    if (found.length < 2) this.scope = challenges[0]?.scope;
    await this.authorize();
  }

  async asksOfEach(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    if (challenges.some((each) => each.scheme === "bearer")) this.scope = challenges[0]?.scope;
    await this.authorize();
  }
}

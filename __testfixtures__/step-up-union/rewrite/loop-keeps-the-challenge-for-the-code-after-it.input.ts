import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
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

  async keepsTheChallenge(response: Response): Promise<void> {
    let found: Challenge | undefined;
    for (const each of parseChallenges(response.headers.get("WWW-Authenticate"))) {
      if (each.error === "insufficient_scope") {
        found = each;
        break;
      }
    }
    if (found) {
      this.scope = found.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async keepsTheScope(response: Response): Promise<void> {
    let needed: string | undefined;
    for (const { error, scope } of parseChallenges(response.headers.get("WWW-Authenticate"))) {
      if (error !== "insufficient_scope") continue;
      needed = scope;
    }
    if (needed === undefined) throw new Error("forbidden");
    this.scope = needed; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await this.authorize();
  }

  async waitsForThem(responses: AsyncIterable<Response>): Promise<void> {
    let found: Challenge | null = null;
    for await (const response of responses) {
      const [challenge] = parseChallenges(response.headers.get("WWW-Authenticate"));
      if (challenge?.error === "insufficient_scope") found = challenge;
    }
    if (!found) return;
    this.scope = found.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await this.authorize();
  }
}

import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error?: string;
  scope?: string;
}

declare function parseChallenges(header: string | null): Challenge[];

export class Client {
  private scope = "";

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    if (challenges.some((each) => each.error === "insufficient_scope")) {
      this.scope = [this.scope, ...challenges.map((each) => each.scope ?? "")].join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }
}

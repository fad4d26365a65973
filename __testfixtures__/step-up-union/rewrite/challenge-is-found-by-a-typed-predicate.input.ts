import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  readonly scheme: string;
  readonly error?: string;
  readonly scope?: string;
}

export class Listing {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(challenges: readonly Challenge[]): Promise<void> {
    const found = challenges.find((each) => each.scheme === "Bearer" && each.error === "insufficient_scope");
    if (!found?.scope) return;
    this.scope = found.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const flagsOf = (code: string | undefined) => ({
  needsLogin: code === "invalid_token",
  needsScope: code === "insufficient_scope" || code === "invalid_token",
});

export class Feed {
  private scope = "feed:read";

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async answer(reply: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(reply);
    const flags = flagsOf(challenge.error);
    if (flags.needsScope && challenge.scope) {
      this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
  }
}

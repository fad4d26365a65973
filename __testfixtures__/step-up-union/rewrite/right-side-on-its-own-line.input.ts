import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Wrapped {
  private scopeThatTheNextAuthorizationAsksFor: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const challengeOfTheServer = extractWWWAuthenticateParams(response);
    if (challengeOfTheServer.error === "insufficient_scope") {
      this.scopeThatTheNextAuthorizationAsksFor = // the challenge wins // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        challengeOfTheServer.scope ?? this.scopeThatTheNextAuthorizationAsksFor;
      await auth(this.provider, { serverUrl: this.url, scope: this.scopeThatTheNextAuthorizationAsksFor });
    }
  }
}

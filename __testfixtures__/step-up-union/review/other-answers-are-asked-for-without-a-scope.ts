import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// Only a step-up gives the value a scope, but other answers come to the assignment as well: they ask for the default today.

function wantedBy(response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return error === "insufficient_scope" ? scope : undefined;
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async byChoice(response: Response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const wanted = error === "insufficient_scope" ? scope : undefined;
    if (response.status !== 403) return;
    this.scope = wanted; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async byFunction(response: Response) {
    const wanted = wantedBy(response);
    if (response.status !== 403) return;
    this.scope = wanted; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

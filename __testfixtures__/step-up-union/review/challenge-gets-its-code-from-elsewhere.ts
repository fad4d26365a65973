import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  async assigned(reply: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(reply);
    if (reply.status === 401) challenge.error = "insufficient_scope";
    if (challenge.error === "insufficient_scope") {
      this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async assignedByAnotherName(reply: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(reply);
    const told = challenge;
    if (reply.status === 401) told.error = "insufficient_scope";
    if (challenge.error === "insufficient_scope") {
      this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  async byDefault(reply: Response): Promise<void> {
    const challenge = { error: "insufficient_scope", ...extractWWWAuthenticateParams(reply) };
    if (challenge.error === "insufficient_scope") {
      this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await this.authorize();
    }
  }

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

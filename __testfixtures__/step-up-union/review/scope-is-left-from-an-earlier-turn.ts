import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async send(body: string): Promise<Response | undefined> {
    let scope: string | undefined;
    for (let turn = 0; turn < 3; turn++) {
      const response = await fetch(this.serverUrl, { method: "POST", body });
      if (response.ok) return response;
      const challenge = extractWWWAuthenticateParams(response);
      if (challenge.scope) scope = challenge.scope;
      if (response.status === 401) continue;
      if (challenge.error !== "insufficient_scope") return response;
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    }
    return undefined;
  }
}

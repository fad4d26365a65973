import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  /** This one is what the last round asked for. */
  async post(path: string): Promise<Response | undefined> {
    let wanted: string | undefined;
    for (let attempt = 0; attempt < 3; attempt++) {
      if (wanted) await auth(this.provider, { serverUrl: this.url, scope: wanted });
      const response = await fetch(new URL(path, this.url), { method: "POST" });
      if (response.status !== 403) return response;
      const challenge = extractWWWAuthenticateParams(response);
      if (challenge.error !== "insufficient_scope") return response;
      wanted = challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    }
    return undefined;
  }
}

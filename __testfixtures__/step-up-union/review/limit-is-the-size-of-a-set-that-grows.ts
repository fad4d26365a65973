import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** What was asked for is put into a set, and where that grows no more the client gives up: a union grows it every time. */
export class Client {
  private scope?: string;
  private readonly asked = new Set<string | undefined>();

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  async get(path: string): Promise<Response> {
    const response = await fetch(this.serverUrl + path);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return response;
    if (this.asked.add(this.scope).has(scope)) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    return this.get(path);
  }
}

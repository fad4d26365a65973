import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope = "";

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
    private readonly log: (text: string) => void,
  ) {}

  // An empty queue says nothing of the field that it was filled from.
  async send(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const queue = this.scope.split(" ");
    while (queue.length > 0) this.log(`held: ${queue.shift()}`);
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url, { method: "POST", body });
  }
}

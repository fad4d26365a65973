import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class PaymentsClient {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly everyday: string,
  ) {
    this.scope = everyday;
  }

  async pay(order: object): Promise<Response> {
    const response = await this.post(order);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await this.authorize();
    try {
      return await this.post(order);
    } finally {
      this.scope = this.everyday;
      await this.authorize();
    }
  }

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  private async post(order: object): Promise<Response> {
    const tokens = await this.provider.tokens();
    const headers = { authorization: `Bearer ${tokens?.access_token}` };
    return fetch(this.url, { method: "POST", headers, body: JSON.stringify(order) });
  }
}

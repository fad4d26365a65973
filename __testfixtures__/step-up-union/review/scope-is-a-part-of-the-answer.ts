import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onRefused(response: Response): Promise<{ result: string; needs?: string }> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return { result: "refused" };
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return { result, ...(result === "REDIRECT" && { needs: this.scope }) };
  }
}

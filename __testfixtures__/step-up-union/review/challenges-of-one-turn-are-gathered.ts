import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;
  private flush?: Promise<string>;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<string> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return "refused";
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    this.flush ??= Promise.resolve().then(() => {
      this.flush = undefined;
      return auth(this.provider, { serverUrl: this.url, scope: this.scope });
    });
    return this.flush;
  }
}

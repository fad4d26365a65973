import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  private scope?: string;
  private turn = 0;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  onForbidden(response: Response): Promise<string> {
    return this.stepUp(response, ++this.turn);
  }

  private async stepUp(response: Response, turn: number): Promise<string> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return "refused";
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    if (turn !== this.turn) return "outdated";
    return auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

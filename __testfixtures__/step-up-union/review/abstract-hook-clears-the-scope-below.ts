import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export abstract class Client {
  protected scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  protected abstract beforeAsking(): void;

  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    this.beforeAsking();
    if (error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

export class ForgetfulClient extends Client {
  protected override beforeAsking(): void {
    this.scope = undefined;
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  protected scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  protected async beforeAsking(): Promise<void> {}

  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    await this.beforeAsking();
    if (error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

export class ForgetfulClient extends Client {
  protected override async beforeAsking(): Promise<void> {
    this.scope = undefined;
  }
}

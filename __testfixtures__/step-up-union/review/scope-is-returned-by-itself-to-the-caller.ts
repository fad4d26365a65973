import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Returning {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const scope = this.scopeFor(response);
    await auth(this.provider, { serverUrl: this.url, scope });
  }

  async onRefusedAndKept(response: Response): Promise<void> {
    this.scope = this.keptFor(response);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  private scopeFor(response: Response): string | undefined {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") return challenge.scope; // expect: review scope-side-channel
    return this.scope;
  }

  private keptFor(response: Response): string | undefined {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return this.scope;
    return scope ?? this.scope; // expect: review scope-side-channel
  }
}

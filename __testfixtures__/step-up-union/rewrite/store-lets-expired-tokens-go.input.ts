import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

export abstract class Store implements OAuthClientProvider {
  private held?: OAuthTokens & { until: number };
  private reads = 0;

  async tokens(): Promise<OAuthTokens | undefined> {
    this.reads++;
    if (this.held && this.held.until < Date.now()) this.held = undefined;
    return this.held;
  }

  abstract redirectUrl: string;
  abstract clientMetadata: OAuthClientProvider["clientMetadata"];
  abstract clientInformation: OAuthClientProvider["clientInformation"];
  abstract saveTokens: OAuthClientProvider["saveTokens"];
  abstract redirectToAuthorization: OAuthClientProvider["redirectToAuthorization"];
  abstract saveCodeVerifier: OAuthClientProvider["saveCodeVerifier"];
  abstract codeVerifier: OAuthClientProvider["codeVerifier"];
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

abstract class Sharing implements OAuthClientProvider {
  private underway?: Promise<OAuthTokens | undefined>;
  abstract readonly redirectUrl: string;
  abstract readonly clientMetadata: OAuthClientProvider["clientMetadata"];
  abstract clientInformation(): ReturnType<OAuthClientProvider["clientInformation"]>;
  abstract redirectToAuthorization(url: URL): void;
  abstract saveTokens(tokens: OAuthTokens): void;
  abstract saveCodeVerifier(verifier: string): void;
  abstract codeVerifier(): string;
  protected abstract load(): Promise<OAuthTokens | undefined>;

  async tokens(): Promise<OAuthTokens | undefined> {
    this.underway ??= this.load();
    try {
      return await this.underway;
    } finally {
      this.underway = undefined;
    }
  }
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: Sharing,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

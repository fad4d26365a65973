import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

abstract class Desk implements OAuthClientProvider {
  private held?: OAuthTokens;
  abstract readonly redirectUrl: string;
  abstract readonly clientMetadata: OAuthClientProvider["clientMetadata"];
  abstract clientInformation(): ReturnType<OAuthClientProvider["clientInformation"]>;
  abstract redirectToAuthorization(url: URL): void;
  abstract saveCodeVerifier(verifier: string): void;
  abstract codeVerifier(): string;

  tokens(): OAuthTokens | undefined {
    const taken = this.held;
    this.held = undefined;
    return taken;
  }

  saveTokens(tokens: OAuthTokens): void {
    this.held = tokens;
  }
}

export class Client {
  private scope?: string;

  constructor(
    private readonly desk: Desk,
    private readonly serverUrl: URL,
  ) {}

  async onRefused(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    await auth(this.desk, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

const KNOWN = ["notes:read", "notes:admin"];

abstract class Inventing implements OAuthClientProvider {
  private saved?: OAuthTokens;
  abstract readonly redirectUrl: string;
  abstract readonly clientMetadata: OAuthClientProvider["clientMetadata"];
  abstract clientInformation(): ReturnType<OAuthClientProvider["clientInformation"]>;
  abstract redirectToAuthorization(url: URL): void;
  abstract saveCodeVerifier(verifier: string): void;
  abstract codeVerifier(): string;

  tokens(): OAuthTokens | undefined {
    return this.saved && { ...this.saved, scope: this.saved.scope ?? KNOWN.join(" ") };
  }

  saveTokens(tokens: OAuthTokens): void {
    this.saved = tokens;
  }
}

abstract class FallingBack implements OAuthClientProvider {
  private own?: OAuthTokens;
  abstract readonly redirectUrl: string;
  abstract readonly clientMetadata: OAuthClientProvider["clientMetadata"];
  abstract clientInformation(): ReturnType<OAuthClientProvider["clientInformation"]>;
  abstract redirectToAuthorization(url: URL): void;
  abstract saveCodeVerifier(verifier: string): void;
  abstract codeVerifier(): string;

  constructor(private readonly signIn: OAuthTokens) {}

  tokens(): OAuthTokens {
    return this.own ?? this.signIn;
  }

  saveTokens(tokens: OAuthTokens): void {
    this.own = tokens;
  }
}

export class Notes {
  private scope?: string;

  constructor(
    private readonly provider: Inventing,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class Desk {
  private scope?: string;

  constructor(
    private readonly provider: FallingBack,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

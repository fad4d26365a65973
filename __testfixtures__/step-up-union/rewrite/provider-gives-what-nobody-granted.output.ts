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
    this.scope = unionScopes(this.scope, scope);
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
    this.scope = unionScopes(this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

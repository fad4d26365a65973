import type { OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthClientInformationMixed, OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

/**
 * An OAuth provider that keeps everything in memory, and consents at once: it follows the redirect to the
 * authorization server itself and keeps the code that comes back.
 */
export class MemoryProvider implements OAuthClientProvider {
  readonly redirectUrl = "http://localhost/callback";
  readonly clientMetadata = {
    client_name: "step-up-union conformance client",
    application_type: "native",
    redirect_uris: [this.redirectUrl],
    grant_types: ["authorization_code"],
    response_types: ["code"],
    token_endpoint_auth_method: "none",
  };

  /** The scope of each authorization request, in order; `null` where it named none. */
  readonly requestedScopes: (string | null)[] = [];

  #client: OAuthClientInformationMixed | undefined;
  #tokens: OAuthTokens | undefined;
  #verifier: string | undefined;
  #code: string | undefined;

  clientInformation(): OAuthClientInformationMixed | undefined {
    return this.#client;
  }

  saveClientInformation(client: OAuthClientInformationMixed): void {
    this.#client = client;
  }

  tokens(): OAuthTokens | undefined {
    return this.#tokens;
  }

  saveTokens(tokens: OAuthTokens): void {
    this.#tokens = tokens;
  }

  saveCodeVerifier(verifier: string): void {
    this.#verifier = verifier;
  }

  codeVerifier(): string {
    return required(this.#verifier, "a code verifier");
  }

  async redirectToAuthorization(url: URL): Promise<void> {
    this.requestedScopes.push(url.searchParams.get("scope"));
    const response = await fetch(url, { redirect: "manual" });
    await response.body?.cancel();
    const location = required(response.headers.get("location"), `a redirect (status ${response.status})`);
    this.#code = required(new URL(location).searchParams.get("code"), "an authorization code");
  }

  /** The code of the latest authorization, which can be used once. */
  takeCode(): string {
    const code = required(this.#code, "an authorization code");
    this.#code = undefined;
    return code;
  }
}

function required<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`the authorization server did not give ${what}`);
  return value;
}

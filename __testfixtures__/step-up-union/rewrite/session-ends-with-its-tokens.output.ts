import {
  auth,
  extractWWWAuthenticateParams,
  type OAuthClientProvider,
  UnauthorizedError,
} from "@modelcontextprotocol/sdk/client/auth.js";

const EVERYDAY = "servers:view";

export class OpsTransport {
  private _scope = EVERYDAY;
  private _idle?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider,
  ) {}

  async signOut(): Promise<void> {
    this._scope = EVERYDAY;
    await this._authProvider.invalidateCredentials?.("tokens");
  }

  close(): void {
    clearTimeout(this._idle);
    this._scope = "";
  }

  async send(message: unknown, retried = false): Promise<Response> {
    const response = await fetch(this._url, { method: "POST", body: JSON.stringify(message) });
    this._idle ??= setTimeout(() => console.log("idle"), 60_000);
    if (response.status !== 403 || retried) return response;
    const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const tokens = await this._authProvider.tokens();
    this._scope = unionScopes(tokens?.scope, this._scope, scope) ?? scope;
    const result = await auth(this._authProvider, { serverUrl: this._url, resourceMetadataUrl, scope: this._scope });
    if (result !== "AUTHORIZED") throw new UnauthorizedError();
    return this.send(message, true);
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

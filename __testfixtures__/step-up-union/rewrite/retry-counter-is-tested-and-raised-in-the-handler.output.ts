import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const MAX_STEP_UPS = 2;

export class CountingTransport {
  private _scope?: string;
  private _stepUps = 0;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider?: OAuthClientProvider,
  ) {}

  async send(body: string): Promise<Response> {
    const response = await fetch(this._url, { method: "POST", body });
    if (response.status === 403 && this._authProvider) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        const tokens = await this._authProvider.tokens();
        if (this._stepUps >= MAX_STEP_UPS) {
          throw new Error("Too many step-ups");
        }
        this._stepUps++;
        this._scope = unionScopes(tokens?.scope, this._scope, scope);
        await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
        return this.send(body);
      }
    }
    this._stepUps = 0;
    return response;
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

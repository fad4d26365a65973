import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class EventClient {
  private _scope?: string;
  private _lastHeader?: string | null;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider?: OAuthClientProvider,
  ) {}

  async *events(): AsyncGenerator<Response> {
    while (true) {
      const response = await fetch(this._url, { headers: { accept: "text/event-stream" } });
      if (response.status === 403 && this._authProvider) {
        const { scope, error } = extractWWWAuthenticateParams(response);
        if (error === "insufficient_scope") {
          const tokens = await this._authProvider.tokens();
          const header = response.headers.get("www-authenticate");
          if (this._lastHeader !== header) {
            if (scope) this._scope = unionScopes(tokens?.scope, this._scope, scope);
            this._lastHeader = header;
            await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
            continue;
          }
        }
        throw new Error("forbidden");
      }
      yield response;
    }
  }

  async *replay(from: string): AsyncGenerator<Response> {
    while (true) {
      const response = await fetch(this._url, { headers: { "last-event-id": from } });
      if (response.status === 403 && this._authProvider) {
        const { scope, error } = extractWWWAuthenticateParams(response);
        if (error === "insufficient_scope") {
          const tokens = await this._authProvider.tokens();
          const header = response.headers.get("www-authenticate");
          if (this._lastHeader !== header) {
            if (scope) this._scope = unionScopes(tokens?.scope, this._scope, scope);
            this._lastHeader = header;
            await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
            continue;
          }
        }
        throw new Error("forbidden");
      }
      yield response;
    }
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

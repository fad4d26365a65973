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
          const header = response.headers.get("www-authenticate");
          if (this._lastHeader !== header) {
            if (scope) this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
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
          const header = response.headers.get("www-authenticate");
          if (this._lastHeader !== header) {
            if (scope) this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
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

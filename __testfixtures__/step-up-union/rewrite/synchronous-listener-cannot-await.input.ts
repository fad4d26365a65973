import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Listener {
  private _scope?: string;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider,
    bus: EventTarget,
  ) {
    bus.addEventListener("forbidden", (event) => this.onForbidden((event as CustomEvent<Response>).detail));
  }

  private onForbidden(response: Response): void {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
      void auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
    }
  }
}

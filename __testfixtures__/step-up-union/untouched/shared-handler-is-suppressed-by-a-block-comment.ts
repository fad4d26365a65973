import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Shared {
  private _scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onResponse(response: Response): Promise<void> {
    if (response.status === 401 || response.status === 403) {
      const { scope } = extractWWWAuthenticateParams(response);
      /*
       * step-up-union-ignore-next-line shared-401-403-handler -- decided on the server's side:
       * every challenge names all scopes
       */
      this._scope = scope; // expect: review shared-401-403-handler (advice refresh-cannot-widen) (suppressed)
      await auth(this.provider, { serverUrl: this.url, scope: this._scope });
    }
  }
}

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
    this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    const result = await auth(this._authProvider, { serverUrl: this._url, resourceMetadataUrl, scope: this._scope });
    if (result !== "AUTHORIZED") throw new UnauthorizedError();
    return this.send(message, true);
  }
}

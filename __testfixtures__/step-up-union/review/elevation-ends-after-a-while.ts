import {
  auth,
  extractWWWAuthenticateParams,
  type OAuthClientProvider,
  UnauthorizedError,
} from "@modelcontextprotocol/sdk/client/auth.js";

const EVERYDAY = "servers:view";
const ELEVATED_MS = 15 * 60_000;

export class OpsTransport {
  private _scope = EVERYDAY;
  private _timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider,
  ) {}

  async send(message: unknown, retried = false): Promise<Response> {
    const response = await fetch(this._url, { method: "POST", body: JSON.stringify(message) });
    if (response.status !== 403 || retried) return response;
    const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this._scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    const result = await auth(this._authProvider, { serverUrl: this._url, resourceMetadataUrl, scope: this._scope });
    if (result !== "AUTHORIZED") throw new UnauthorizedError();
    clearTimeout(this._timer);
    this._timer = setTimeout(() => {
      this._scope = EVERYDAY;
    }, ELEVATED_MS);
    return this.send(message, true);
  }
}

export class ShellTransport {
  private _scope?: string;

  constructor(
    private readonly _url: URL,
    private readonly _authProvider: OAuthClientProvider,
  ) {}

  async send(message: unknown, retried = false): Promise<Response> {
    const response = await fetch(this._url, { method: "POST", body: JSON.stringify(message) });
    if (response.status !== 403 || retried) return response;
    const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this._scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    setTimeout(() => this._stepDown(), ELEVATED_MS);
    const result = await auth(this._authProvider, { serverUrl: this._url, resourceMetadataUrl, scope: this._scope });
    if (result !== "AUTHORIZED") throw new UnauthorizedError();
    return this.send(message, true);
  }

  private _stepDown(): void {
    this._scope = undefined;
  }
}

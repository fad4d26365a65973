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
        if (this._stepUps >= MAX_STEP_UPS) {
          throw new Error("Too many step-ups");
        }
        this._stepUps++;
        this._scope = scope ?? this._scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
        return this.send(body);
      }
    }
    this._stepUps = 0;
    return response;
  }
}

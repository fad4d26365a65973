import { extractWWWAuthenticateParams, type AuthProvider } from "@modelcontextprotocol/client";
import { login } from "../shared/login.js";

export class BearerTransport {
  private _scope?: string;

  constructor(
    private readonly _issuer: string,
    private readonly _authProvider: AuthProvider,
  ) {}

  async send(url: URL): Promise<Response> {
    const response = await fetch(url, { headers: { authorization: `Bearer ${await this._authProvider.token()}` } });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && error === "insufficient_scope") {
      this._scope = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await login({ issuer: this._issuer, scope: this._scope });
    }
    return response;
  }
}

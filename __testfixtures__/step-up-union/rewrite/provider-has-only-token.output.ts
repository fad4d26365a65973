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
      this._scope = unionScopes(this._scope, scope);
      await login({ issuer: this._issuer, scope: this._scope });
    }
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

/** A transport as the SDK has it, in TypeScript, with a step-up handler that replaces the requested scope. */
export const TYPESCRIPT = `import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';

export class Transport {
  private _scope?: string;
  private _lastHeader?: string | null;

  constructor(
    private readonly _authProvider: OAuthClientProvider,
    private readonly _url: URL,
  ) {}

  async send(response: Response): Promise<void> {
    if (response.status === 403) {
      const { scope, error } = extractWWWAuthenticateParams(response);
      if (error === 'insufficient_scope') {
        const header = response.headers.get('WWW-Authenticate');
        if (this._lastHeader === header) throw new Error('Step-up was tried.');
        if (scope) {
          this._scope = scope;
        }
        this._lastHeader = header;
        await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
      }
    }
  }
}
`;

/** The same, migrated with a helper in `union-scopes` beside it. */
export const TYPESCRIPT_MIGRATED = TYPESCRIPT.replace(
  "auth.js';\n",
  "auth.js';\nimport { unionScopes } from './union-scopes.js';\n",
)
  .replace("_scope') {\n", "_scope') {\n        const tokens = await this._authProvider.tokens();\n")
  .replace("this._scope = scope;", "this._scope = unionScopes(tokens?.scope, this._scope, scope);");

/** The same as a CommonJS module. */
export const COMMONJS = `'use strict';

const { auth, extractWWWAuthenticateParams } = require('@modelcontextprotocol/sdk/client/auth.js');

class Transport {
  async send(response) {
    if (response.status === 403) {
      const { scope, error } = extractWWWAuthenticateParams(response);
      if (error === 'insufficient_scope') {
        if (scope) {
          this._scope = scope;
        }
        await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
      }
    }
  }
}

exports.Transport = Transport;
`;

/** A handler that serves 401 and 403 alike: a person decides. */
export const SHARED = `import { auth, extractWWWAuthenticateParams } from '@modelcontextprotocol/sdk/client/auth.js';

export class Transport {
  async send(response) {
    if (response.status === 401 || response.status === 403) {
      const { scope } = extractWWWAuthenticateParams(response);
      this._scope = scope;
      await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
    }
  }
}
`;

// @flow strict
import { auth, extractWWWAuthenticateParams } from './auth.js';
import type { OAuthClientProvider } from './auth.js';

export class FlowClient {
  _scope: ?string;
  _provider: ?OAuthClientProvider;
  +url: string;

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this._provider && error === 'insufficient_scope') {
      if (scope) this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this._provider, { serverUrl: this.url, scope: this._scope });
    }
  }
}

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
      const tokens = await this._provider.tokens();
      if (scope) this._scope = unionScopes(tokens?.scope, this._scope, scope);
      await auth(this._provider, { serverUrl: this.url, scope: this._scope });
    }
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(' ').split(/\s+/);
  const union = tokens.filter((token, index) => token !== '' && tokens.indexOf(token) === index);
  return union.join(' ') || undefined;
}

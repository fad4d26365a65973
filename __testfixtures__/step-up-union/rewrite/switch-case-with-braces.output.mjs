import { auth, extractWWWAuthenticateParams } from './auth.js';

export class Switching {
  async onForbidden(response) {
    const challenge = extractWWWAuthenticateParams(response);
    switch (challenge.error) {
      case 'insufficient_scope': {
        const tokens = await this.provider?.tokens();
        this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
        return auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
      case 'invalid_token': {
        this.scope = challenge.scope;
        return auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
      default:
        throw new Error('forbidden');
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

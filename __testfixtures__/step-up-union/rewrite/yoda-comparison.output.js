import { auth, extractWWWAuthenticateParams } from './auth.js';

export class Yoda {
  async onForbidden(response) {
    const { error: code, scope: needed } = extractWWWAuthenticateParams(response);
    if ('insufficient_scope' == code && null != this.provider) {
      const tokens = await this.provider.tokens();
      this.wanted = unionScopes(tokens?.scope, this.wanted, needed);
      await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
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

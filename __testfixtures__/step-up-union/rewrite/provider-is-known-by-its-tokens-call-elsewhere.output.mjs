import { parseChallenge } from '../shared/challenge.js';

export class StoreBackedClient {
  async headers() {
    const stored = await this.store.tokens();
    return { authorization: `Bearer ${stored.access_token}` };
  }

  async onForbidden(response) {
    const challenge = parseChallenge(response.headers.get('www-authenticate'));
    if (challenge.error === 'insufficient_scope' && challenge.scope) {
      const tokens = await this.store?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
      await this.openLoginPage({ scope: this.scope });
    }
  }

  async openLoginPage({ scope }) {
    const url = new URL('/authorize', this.issuer);
    url.searchParams.set('scope', scope);
    await this.browser.open(url);
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

import { parseChallenge } from '../shared/challenge.js';

export class StoreBackedClient {
  async headers() {
    const stored = await this.store.tokens();
    return { authorization: `Bearer ${stored.access_token}` };
  }

  async onForbidden(response) {
    const challenge = parseChallenge(response.headers.get('www-authenticate'));
    if (challenge.error === 'insufficient_scope' && challenge.scope) {
      this.scope = challenge.scope; // expect: rewrite replaced-scope
      await this.openLoginPage({ scope: this.scope });
    }
  }

  async openLoginPage({ scope }) {
    const url = new URL('/authorize', this.issuer);
    url.searchParams.set('scope', scope);
    await this.browser.open(url);
  }
}

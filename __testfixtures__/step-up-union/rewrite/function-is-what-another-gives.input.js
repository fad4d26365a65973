import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const needsMore = (() => {
  const codes = { more: "insufficient_scope" };
  return (challenge) => challenge.error === codes.more;
})();

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onForbidden(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (!needsMore(challenge) || !challenge.scope) return;
    this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

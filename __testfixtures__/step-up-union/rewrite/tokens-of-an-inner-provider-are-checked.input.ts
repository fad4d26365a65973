import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';

import type { OAuthTokens } from '@modelcontextprotocol/sdk/shared/auth.js';

export function checking(inner: OAuthClientProvider, check: (given: unknown) => OAuthTokens | undefined) {
  return {
    async tokens() {
      return check(await inner.tokens());
    },
  };
}

export class FilesClient {
  private scope: string | undefined;

  constructor(private readonly url: URL, private readonly provider: OAuthClientProvider) {}

  async load(path: string, attempt = 0): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { Authorization: `Bearer ${tokens?.access_token ?? ''}` },
    });
    const { error, scope } = extractWWWAuthenticateParams(response);

    if (response.status === 403 && error === 'insufficient_scope' && attempt === 0) {
      if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      if (result !== 'AUTHORIZED') throw new Error('unauthorized');
      return this.load(path, attempt + 1);
    }
    return response;
  }
}

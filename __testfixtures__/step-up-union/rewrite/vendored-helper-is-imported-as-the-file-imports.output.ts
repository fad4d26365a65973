import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from './auth.js';
import { unionScopes } from './union-scopes.js';
import type { FetchLike } from '../shared/transport.js';

export class Vendoring {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    readonly fetchFn: FetchLike,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === 'insufficient_scope') {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';

export class FilesClient {
  private scope: string | undefined = 'files:read';

  constructor(private readonly url: URL, private readonly provider: OAuthClientProvider) {}

  async load(path: string, attempt = 0): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { Authorization: `Bearer ${tokens?.access_token ?? ''}` },
    });
    if (response.status !== 403 || attempt > 0) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== 'insufficient_scope' || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    if (result !== 'AUTHORIZED') throw new Error('unauthorized');
    try {
      return await this.load(path, attempt + 1);
    } finally {
      this.scope = 'files:read';
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';

export class FilesClient {
  private scope: string | undefined = 'files:read';

  constructor(private readonly url: URL, private readonly provider: OAuthClientProvider) {}

  private async authorize(): Promise<void> {
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    if (result !== 'AUTHORIZED') throw new Error('unauthorized');
  }
  readonly metadata = { revocation_endpoint: 'https://as.example/oauth/end' };

  async load(path: string, attempt = 0): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { Authorization: `Bearer ${tokens?.access_token ?? ''}` },
    });
    if (response.status !== 403 || attempt > 0) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== 'insufficient_scope' || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await this.authorize();
    try {
      return await this.load(path, attempt + 1);
    } finally {
      const held = await this.provider.tokens();
      await fetch(this.metadata.revocation_endpoint, { method: 'POST', body: new URLSearchParams({ token: held?.access_token ?? '' }) });
    }
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';

const INSUFFICIENT_SCOPE = 'insufficient_scope';

function errorCode(response: Response): string | undefined {
  const header = response.headers.get('WWW-Authenticate') ?? '';
  if (header.includes(`error="${INSUFFICIENT_SCOPE}"`)) return INSUFFICIENT_SCOPE;
  if (header.includes('error="invalid_token"')) return 'invalid_token';
  return undefined;
}

export class FilesClient {
  private scope: string | undefined;

  constructor(private readonly url: URL, private readonly provider: OAuthClientProvider) {}

  async load(path: string, attempt = 0): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { Authorization: `Bearer ${tokens?.access_token ?? ''}` },
    });
    const { scope } = extractWWWAuthenticateParams(response);

    if (errorCode(response) === INSUFFICIENT_SCOPE && attempt === 0) {
      if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      if (result !== 'AUTHORIZED') throw new Error('unauthorized');
      return this.load(path, attempt + 1);
    }
    return response;
  }
}

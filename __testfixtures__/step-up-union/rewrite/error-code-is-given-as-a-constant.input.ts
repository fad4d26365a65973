import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const INSUFFICIENT_SCOPE = "insufficient_scope";

function errorCode(response: Response): string | undefined {
  const header = response.headers.get("www-authenticate") ?? "";
  if (header.includes(`error="${INSUFFICIENT_SCOPE}"`)) return INSUFFICIENT_SCOPE;
  if (header.includes('error="invalid_token"')) return "invalid_token";
  return undefined;
}

export class FilesClient {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { scope } = extractWWWAuthenticateParams(response);
    if (errorCode(response) !== INSUFFICIENT_SCOPE) return;
    if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

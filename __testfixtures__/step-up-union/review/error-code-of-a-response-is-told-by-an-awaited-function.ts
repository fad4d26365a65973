import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

async function errorCode(response: Response): Promise<string> {
  let code = "";
  try {
    code = ((await response.clone().json()) as { error: string }).error;
  } catch {
    // The page of a firewall is no JSON.
  }
  return code;
}

export class LedgerClient {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    if ((await errorCode(response)) === "insufficient_scope") {
    const { scope } = extractWWWAuthenticateParams(response);
    if (scope) this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class InsufficientScopeError extends Error {
  readonly code = "insufficient_scope";

  constructor(readonly requiredScope: string | undefined) {
    super(`requires ${requiredScope}`);
  }
}

function refused(response: Response): never {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope") throw new Error(`HTTP ${response.status}`);
  throw new InsufficientScopeError(scope);
}

export class Client {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  private async attempt(body: string): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body });
    if (!response.ok) refused(response);
    return response;
  }

  async run(body: string): Promise<Response> {
    try {
      return await this.attempt(body);
    } catch (error) {
      if (!(error instanceof InsufficientScopeError)) throw error;
      this.scope = error.requiredScope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.attempt(body);
    }
  }
}

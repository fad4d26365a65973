import { extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { loginWithScope } from "../shared/login.js";

export class Declared {
  private scope: string;

  constructor(
    initialScope: string,
    private readonly provider: OAuthClientProvider,
  ) {
    this.scope = initialScope;
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) {
      throw new Error(`Forbidden: ${error ?? "no reason given"}`);
    }
    this.scope = scope; // expect: rewrite replaced-scope
    await loginWithScope(this.scope);
  }

  async describe(): Promise<string> {
    const stored = await this.provider.tokens();
    return `granted: ${stored?.scope ?? "nothing"}`;
  }
}

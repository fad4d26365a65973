import { extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { loginWithScope } from "./shared/login.js";

async function authorize(provider: OAuthClientProvider, { scope }: { scope: string }): Promise<void> {
  if (provider.redirectUrl) await loginWithScope(scope);
}

export class Destructuring {
  constructor(private readonly provider: OAuthClientProvider) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      await authorize(this.provider, { scope }); // expect: rewrite challenge-only-scope
    }
  }
}

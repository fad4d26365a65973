import { extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { login } from "./shared/login.js";

export class Hub {
  private scope?: string;
  private readonly issuer = "https://as.example";
  private readonly providers = new Map<string, OAuthClientProvider>();

  add(url: string, provider: OAuthClientProvider): void {
    this.providers.set(url, provider);
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await login({ issuer: this.issuer, scope: this.scope });
    }
  }
}

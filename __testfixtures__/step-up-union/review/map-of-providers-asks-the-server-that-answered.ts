import { extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { login } from "./shared/login.js";

export class Hub {
  private scope?: string;
  private readonly providers = new Map<string, OAuthClientProvider>();

  add(url: string, provider: OAuthClientProvider): void {
    this.providers.set(url, provider);
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
      await login({ issuer: response.url, scope: this.scope });
    }
  }
}

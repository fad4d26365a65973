import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export class Router {
  private scope: string | undefined;
  constructor(private readonly url: URL, private readonly provider: OAuthClientProvider) {}
  async onNavigate(route: { path: string; scope?: string }) {
    if (route.path === "/settings/insufficient_scope" && route.scope) {
      this.scope = route.scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

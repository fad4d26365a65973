import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Downloads {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(path: string, again = true): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { authorization: `Bearer ${tokens?.access_token}` },
    });
    const found = /error="insufficient_scope",\s?scope="([^"]+)"/.exec(response.headers.get("www-authenticate") ?? "");
    if (response.status === 403 && found?.[1] && again) {
      this.scope = found[1]; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      if (result === "AUTHORIZED") return this.get(path, false);
    }
    return response;
  }
}

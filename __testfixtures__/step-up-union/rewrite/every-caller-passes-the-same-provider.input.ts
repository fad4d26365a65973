import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Passing {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async get(path: string): Promise<Response> {
    const response = await fetch(new URL(path, this.url));
    await this.#onRefused(response, this.provider, { serverUrl: this.url });
    return response;
  }

  async post(path: string, body: string): Promise<Response> {
    const response = await fetch(new URL(path, this.url), { method: "POST", body });
    await this.#onRefused(response, this.provider, { serverUrl: this.url });
    return response;
  }

  async #onRefused(response: Response, provider: OAuthClientProvider, { serverUrl }: { serverUrl: URL }): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl, scope: this.scope });
  }
}

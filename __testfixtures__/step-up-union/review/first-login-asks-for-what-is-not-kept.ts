import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Link {
  readonly #wanted = new Set<string>();
  constructor(
    private readonly url: string,
    private readonly provider: OAuthClientProvider,
  ) {}
  async signIn({ scope }: { scope: string }): Promise<void> {
    for (const one of scope.split(" ")) this.#wanted.add(one);
    await auth(this.provider, { serverUrl: this.url, scope: [...this.#wanted].join(" ") });
  }
  async first(): Promise<void> {
    await auth(this.provider, { serverUrl: this.url, scope: "files:read files:list" });
  }
  async get(path: string): Promise<Response> {
    const response = await fetch(this.url + path);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return response;
    await this.signIn({ scope }); // expect: review scope-side-channel
    return fetch(this.url + path);
  }
}

import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  #all = new Set<string>();
  
  get scope(): string {
    return [...this.#all].join(" ");
  }

  set scope(next: string) {
    this.#all = new Set(next.split(" "));
  }

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const body = (await response.json()) as { error: string; scope: string };
    const { error } = body;
    if (error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

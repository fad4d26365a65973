import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  readonly #all = new Set<string>();

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  get scope(): string {
    return [...this.#all].join(" ");
  }

  set scope(next: string) {
    for (const each of next.split(" ")) this.#all.add(each);
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink
      await auth(this.provider, { serverUrl: this.url, scope: this.scope.split(" ").at(-1) });
    }
  }
}


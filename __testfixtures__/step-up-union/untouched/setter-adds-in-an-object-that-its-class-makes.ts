import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** A function of the class makes the object and gives it out; its setter adds, its getter gives all. */
export class Link {
  readonly #wanted = new Set<string>();

  private constructor(
    private readonly url: string,
    private readonly provider: OAuthClientProvider,
  ) {}

  static async open(url: string, provider: OAuthClientProvider): Promise<Link> {
    const link = new Link(url, provider);
    link.scope = (await provider.tokens())?.scope;
    return link;
  }

  get scope(): string | undefined {
    return this.#wanted.size > 0 ? [...this.#wanted].join(" ") : undefined;
  }

  set scope(more: string | undefined) {
    for (const one of more?.split(" ") ?? []) if (one) this.#wanted.add(one);
  }

  async get(path: string): Promise<Response> {
    const response = await fetch(this.url + path);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return response;
    this.scope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
  }
}

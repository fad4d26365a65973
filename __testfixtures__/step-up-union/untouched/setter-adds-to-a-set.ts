import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class ByALoop {
  readonly #all = new Set<string>();
  
  get scope(): string {
    return [...this.#all].join(" ");
  }

  set scope(next: string) {
    for (const each of next.split(" ")) this.#all.add(each);
  }

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class ByForEach {
  readonly #all = new Set<string>();
  
  get scope(): string {
    return [...this.#all].join(" ");
  }

  set scope(next: string) {
    next.split(" ").forEach((each) => this.#all.add(each));
  }

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class ByAMethod {
  readonly #all = new Set<string>();
  
  get scope(): string {
    return [...this.#all].join(" ");
  }

  set scope(next: string) {
    this.add(next);
  }
  
  private add(scopes: string): void {
    for (const each of scopes.split(" ")) this.#all.add(each);
  }

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

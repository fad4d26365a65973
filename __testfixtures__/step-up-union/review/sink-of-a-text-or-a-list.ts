import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class TextOrArray {
  private scope?: string | string[];

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink
      await auth(this.provider, { serverUrl: this.url, scope: String(this.scope) });
    }
  }
}

export class TextOrSet {
  private scope?: string | ReadonlySet<string>;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink
      await auth(this.provider, { serverUrl: this.url, scope: [...(this.scope ?? [])].join(" ") });
    }
  }
}

export class TextOrNumber {
  private scope?: string | number;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink
      await auth(this.provider, { serverUrl: this.url, scope: String(this.scope) });
    }
  }
}

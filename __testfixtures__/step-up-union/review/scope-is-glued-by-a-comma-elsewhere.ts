import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// Of the scope a list is made whose scopes a comma separates: the blanks of a union would make one scope of it.

export class ByTest {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  link(base: string) {
    const link = new URL("/install", this.url);
    link.searchParams.set("scope", base + (this.scope ? "," + this.scope : ""));
    return link;
  }

  async onForbidden(response: Response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ByList {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  link(base: string) {
    const link = new URL("/install", this.url);
    link.searchParams.set("scope", [base, this.scope].join(","));
    return link;
  }

  async onForbidden(response: Response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

declare function parseScope(header: string): string | undefined;
declare function errorOf(response: Response): string | undefined;
declare function requiredScope(response: Response): string | undefined;

export class Header {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const header = response.headers.get("www-authenticate") ?? "";
    const error = /error="(\w+)"/.exec(header)?.[1];
    if (error === "insufficient_scope") {
      this.scope = parseScope(header); // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Answer {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const error = errorOf(response);
    if (error === "insufficient_scope") {
      this.scope = requiredScope(response); // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

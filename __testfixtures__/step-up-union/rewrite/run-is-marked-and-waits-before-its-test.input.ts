import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// Between the mark and its test the handler waits anyway, and what it looks at behind the site is no mark of its own.
export class Waiting {
  private scope?: string;
  private generation = 0;
  private answers = 0;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
    private readonly isClosed: () => boolean,
  ) {}

  async tested(response: Response): Promise<string> {
    const mine = ++this.generation;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return "other";
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return mine === this.generation ? result : "outdated";
  }

  async counted(response: Response): Promise<string> {
    this.answers++;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return `other answer, ${this.answers}`;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    if (this.isClosed()) return "closed";
    return auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  private isBusy = false;

  async released(response: Response): Promise<string> {
    if (response.ok) {
      this.isBusy = false;
      return "done";
    }
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return "other";
    if (this.isBusy) return "busy";
    this.isBusy = true;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    return auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

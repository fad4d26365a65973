import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// An await between the mark of a run and its test lets the next run take the mark.
export class Latest {
  private scope?: string;
  private generation = 0;
  private newest?: Response;
  private control = new AbortController();

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async numbered(response: Response): Promise<string> {
    const mine = ++this.generation;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return "other";
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    if (mine !== this.generation) return "outdated";
    return auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async named(response: Response): Promise<string> {
    this.newest = response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return "other";
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    if (this.newest !== response) return "superseded";
    return auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async aborted(response: Response): Promise<string> {
    this.control.abort();
    const control = (this.control = new AbortController());
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return "other";
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    if (control.signal.aborted) return "aborted";
    return auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Next = (failure?: unknown) => void;

/** The same exits where they leave, or where nothing is asked for behind them. */
export class Client {
  private scope?: string;
  private lastError?: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
    private readonly warn: (message: string) => void,
  ) {}

  async callsNextAndLeaves(response: Response, next: Next): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") {
      return next(new Error(`upstream says ${response.status}`));
    }
    if (scope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    }
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async onlyRemembersBehindNext(response: Response, next: Next): Promise<void> {
    const { error } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") next(new Error(`upstream says ${response.status}`));
    this.lastError = error;
    this.warn(`refused: ${this.lastError}`);
  }

  async throwsAgain(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    try {
      if (error !== "insufficient_scope") throw new Error(`${response.status}: ${error}`);
    } catch (cause) {
      this.warn(`${cause}`);
      throw cause;
    }
    if (scope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    }
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface State {
  done: boolean;
}

declare function isDone(state: State): boolean;

export class Guarded {
  private scope?: string;
  private readonly state: State = { done: false };

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (isDone(this.state)) throw new Error("stepped up before");
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      this.state.done = true;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

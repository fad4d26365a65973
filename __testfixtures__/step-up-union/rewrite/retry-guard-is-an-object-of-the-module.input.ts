import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class Guard {
  #busy = 0;
  busy = () => this.#busy > 0;
  start = () => void this.#busy++;
}

const guard = new Guard();

export class Guarded {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (guard.busy()) throw new Error("A step-up is under way");
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      guard.start();
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

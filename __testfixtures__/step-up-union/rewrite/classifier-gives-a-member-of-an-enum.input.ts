import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

enum Denial {
  None = 1,
  Expired,
  NeedsScope,
}

const ACTION = Object.freeze({ retry: "retry", stepUp: "step_up" });

export class Gate {
  private scope: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  private static kindOf(code: string | undefined): Denial {
    switch (code) {
      case "insufficient_scope":
        return Denial.NeedsScope;
      case "invalid_token":
        return Denial.Expired;
      default:
        return Denial.None;
    }
  }

  async pass(reply: Response): Promise<boolean> {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (Gate.kindOf(error) !== Denial.NeedsScope || !scope) return false;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    return (await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope })) === "AUTHORIZED";
  }
}

const actionFor = (code: string | undefined) => (code === "insufficient_scope" ? ACTION.stepUp : ACTION.retry);

export class Door {
  private wanted: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}

  async open(reply: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(reply);
    const action = actionFor(challenge.error);
    if (action === ACTION.stepUp) {
      this.wanted = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.wanted });
    }
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// While a handler waits, another one may leave its own record in the variable that all share.

type Outcome = { kind: "step-up" | "failed"; wanted?: string };

function classify(response: Response): Outcome {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return error === "insufficient_scope" ? { kind: "step-up", wanted: scope } : { kind: "failed" };
}

let last: Outcome | undefined;

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async waits(response: Response) {
    last = classify(response);
    await response.body?.cancel();
    if (last.kind === "step-up") {
      this.scope = last.wanted; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async retry() {
    if (last?.kind === "step-up") {
      this.scope = last.wanted; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Outcome = { kind: "step-up" | "failed"; wanted?: string };

function classify(response: Response): Outcome {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return error === "insufficient_scope" ? { kind: "step-up", wanted: scope } : { kind: "failed" };
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onReply(response: Response) {
    await this.act(classify(response));
  }

  private async act(outcome: Outcome) {
    if (outcome.kind === "step-up") {
      this.scope = outcome.wanted; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { readInto } from "@acme/settings";

// The record that says what kind of answer came is not, or may not be, the one that its maker gave.

type Outcome = { kind: "step-up" | "failed"; wanted?: string };

function classify(response: Response): Outcome {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") return { kind: "step-up", wanted: scope };
  return { kind: "failed" };
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async changed(response: Response) {
    const outcome = classify(response);
    if (response.redirected) outcome.kind = "step-up";
    if (outcome.kind === "step-up") {
      this.scope = outcome.wanted; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async givenAway(response: Response) {
    const outcome = classify(response);
    readInto(outcome);
    if (outcome.kind === "step-up") {
      this.scope = outcome.wanted; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async ofTwo(first: Response, second: Response) {
    const one = classify(first);
    const other = classify(second);
    if (one.kind === "step-up") {
      this.scope = other.wanted; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async otherKindsToo(response: Response) {
    const outcome = classify(response);
    switch (outcome.kind) {
      case "failed":
      case "step-up":
        this.scope = outcome.wanted; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

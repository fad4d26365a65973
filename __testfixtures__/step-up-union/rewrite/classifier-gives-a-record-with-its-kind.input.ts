import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// A function gives a record that says what kind of answer came, and the handler takes that apart.

type Outcome = { kind: "fine" } | { kind: "step-up"; wanted?: string } | { kind: "failed"; status: number };

function classify(response: Response): Outcome {
  if (response.ok) return { kind: "fine" };
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") return { kind: "step-up", wanted: scope };
  return { kind: "failed", status: response.status };
}

const stepUp = (wanted?: string) => ({ tag: "step-up", detail: { wanted } }) as const;
const other = () => ({ tag: "other", detail: undefined }) as const;

function classifyByMaker(response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return error === "insufficient_scope" ? stepUp(scope) : other();
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async bySwitch(response: Response) {
    const outcome = classify(response);
    switch (outcome.kind) {
      case "fine":
        return;
      case "step-up":
        this.scope = outcome.wanted; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
        return;
      default:
        throw new Error(`HTTP ${outcome.status}`);
    }
  }

  async behindAnExit(response: Response) {
    const outcome = classify(response);
    if (outcome.kind !== "step-up") return;
    this.scope = outcome.wanted; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async assigned(response: Response) {
    let outcome: Outcome;
    outcome = classify(response);
    if (outcome.kind === "step-up") {
      this.scope = outcome.wanted; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async within(response: Response) {
    const outcome = classifyByMaker(response);
    if (outcome.tag === "step-up") {
      this.scope = outcome.detail.wanted; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

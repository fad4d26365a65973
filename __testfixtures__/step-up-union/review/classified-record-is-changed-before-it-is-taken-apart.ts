import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// What a function gave is changed before a pattern takes it apart: its members by assignment, its elements by their places.

type Outcome = { kind: "step-up" | "failed"; wanted?: string };

function classify(response: Response): Outcome {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return error === "insufficient_scope" ? { kind: "step-up", wanted: scope } : { kind: "failed" };
}

function pairOf(response: Response): string[] {
  const { error, scope } = extractWWWAuthenticateParams(response);
  return error === "insufficient_scope" ? ["step-up", scope ?? ""] : ["failed"];
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async byMember(response: Response) {
    const outcome = classify(response);
    outcome.wanted = response.headers.get("x-scope") ?? undefined;
    const { kind, wanted } = outcome;
    if (kind === "step-up") {
      this.scope = wanted; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async byPlace(response: Response) {
    const pair = pairOf(response);
    pair.reverse();
    const [kind, wanted] = pair;
    if (kind === "step-up") {
      this.scope = wanted; // expect: review unproven-step-up (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

// A record whose scope is kept is handed on as a whole, too: its maker is told of, beside the place that keeps the scope.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function resultOf(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return { step: "ask", scope }; // expect: review scope-side-channel
  return { step: "none" };
}

export class TheRecordIsHandedOnAsWell {
  constructor(provider, queue) {
    this.provider = provider;
    this.queue = queue;
  }

  async first(response) {
    const result = resultOf(response);
    if (result.step !== "ask") return;
    this.queue.add(result);
    this.scope = result.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

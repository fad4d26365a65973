// A scope that a function returns is told of where its callers keep it; where one of them does something else, here, too.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function outcomeOf(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return { step: "widen", scope };
  return { step: "none" };
}

function inspect(response) {
  return outcomeOf(response);
}

export class AllCallersKeepIt {
  async first(response) {
    const { step, scope } = inspect(response);
    if (step !== "widen") return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

function answerOf(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return { step: "grow", scope }; // expect: review scope-side-channel
  return { step: "none" };
}

export class OneCallerHandsItOn {
  constructor(provider, queue) {
    this.provider = provider;
    this.queue = queue;
  }

  async first(response) {
    const answer = answerOf(response);
    if (answer.step !== "grow") return;
    this.scope = answer.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  second(response) {
    this.queue.add(answerOf(response));
  }
}

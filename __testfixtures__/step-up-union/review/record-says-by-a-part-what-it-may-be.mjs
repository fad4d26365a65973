// The same part may be there for another answer: put in later, left from an earlier turn, or the fallback of a table.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const KINDS = { insufficient_scope: "more", invalid_token: "again" };

function outcomeOf(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    return Object.freeze({ valueOf: Number, stepUp: { scope }, scope, needs: true, level: 3 });
  }
  return { failed: true, level: 1 };
}

export class OfAnEarlierTurn {
  async send(response, others) {
    let last;
    for (const each of others) {
      const outcome = outcomeOf(each);
      if (outcome.level === 3) last = outcome;
      if (last?.stepUp) this.scope = last.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    const outcome = outcomeOf(response);
    outcome.needs = true;
    if (!outcome.needs) return;
    this.scope = outcome.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ByWhatAllObjectsHave {
  async send(response, others) {
    const outcome = outcomeOf(response);
    if (!("valueOf" in outcome)) return;
    this.scope = outcome.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class OfAllLevels {
  async send(response, others) {
    const outcome = outcomeOf(response);
    if (outcome.level < 1) return;
    this.scope = outcome.scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ByATableWithAFallback {
  async send(response, others) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const kind = KINDS[error] ?? "more";
    if (kind !== "more") return;
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

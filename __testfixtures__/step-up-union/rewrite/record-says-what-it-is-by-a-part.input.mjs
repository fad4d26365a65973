// A record is made of a step-up alone where a part of it is there, holds, or is a number of a certain size.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const KINDS = Object.freeze({ insufficient_scope: "more", invalid_token: "again" });

function outcomeOf(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    return Object.freeze({ stepUp: { scope }, scope, needs: true, level: 3 });
  }
  return { failed: true, level: 1 };
}

export class ByAKeyThatIsThere {
  async send(response, others) {
    const outcome = outcomeOf(response);
    if (!("stepUp" in outcome)) return;
    this.scope = outcome.stepUp.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ByAPartThatIsThere {
  async send(response, others) {
    const outcome = outcomeOf(response);
    if (!outcome.stepUp) return;
    this.scope = outcome.stepUp.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ByAFlag {
  async send(response, others) {
    const { needs, scope } = outcomeOf(response);
    if (!needs) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ByANumberAtLeast {
  async send(response, others) {
    const outcome = outcomeOf(response);
    if (2 > outcome.level) return;
    this.scope = outcome.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ByAFrozenTable {
  async send(response, others) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (KINDS[error] !== "more") return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ByTheScopeItself {
  async send(response, others) {
    const { scope } = outcomeOf(response);
    if (!scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Fourfold {
  async start() {
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async withoutReason(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    // step-up-union-ignore-next-line replaced-scope
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
  }

  async withAnUnknownRule(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    // step-up-union-ignore-next-line replaced-scopes -- the rule has no such name
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
  }

  async withTheRuleOfAnotherSite(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    // step-up-union-ignore-next-line challenge-only-scope -- the rule is not that of the line
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
  }

  async inAText(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    console.log(`challenged
    // step-up-union-ignore-next-line replaced-scope -- text is no comment`);
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
  }
}

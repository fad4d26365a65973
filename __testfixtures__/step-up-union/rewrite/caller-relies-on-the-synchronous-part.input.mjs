import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Remembering {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const saved = this.#remember(scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      await saved;
    }
  }

  async #remember(scope) {
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
    await this.store.save(scope);
  }
}

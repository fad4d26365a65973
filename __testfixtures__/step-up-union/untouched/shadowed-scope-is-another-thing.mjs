import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Shadowing {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    console.error(`missing ${scope}`);
    if (error === "insufficient_scope") {
      for (const scope of this.listeners) {
        this.scope = scope;
        scope.notify();
      }
      throw new Error("forbidden");
    }
    await auth(this.provider, { serverUrl: this.url });
  }
}

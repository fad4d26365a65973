import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Chained {
  send(body) {
    return fetch(this.url, { method: "POST", body }).then((response) => {
      if (response.status === 403 && this.provider) {
        const { error, scope } = extractWWWAuthenticateParams(response);
        if (error === "insufficient_scope") {
          if (this.tried === scope) throw new Error("step-up did not help");
          this.tried = scope;
          this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
          return auth(this.provider, { serverUrl: this.url, scope: this.scope }).then(() => this.send(body));
        }
      }
      return response;
    });
  }
}

import { auth, extractWWWAuthenticateParams } from "./auth.js";

const answered = new Map();

export class Upstream {
  async forward(request) {
    const response = await fetch(this.url, request);
    if (response.status !== 403 || !this.provider) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const count = answered.get(this.url) ?? 0;
      if (count > 1) throw new Error("step-up loop");
      answered.set(this.url, count + 1);
      if (scope) this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return this.forward(request);
    }
    return response;
  }
}

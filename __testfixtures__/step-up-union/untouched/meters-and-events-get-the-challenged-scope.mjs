import { extractWWWAuthenticateParams } from "./auth.js";

export class Watcher {
  onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.events.push({ type: "denied", scope });
      this.metrics.failures.add(1, { scope });
      this.span.setAttribute("challenge.scope", scope);
      this.cache.delete({ url: this.url, scope });
    }
  }
}

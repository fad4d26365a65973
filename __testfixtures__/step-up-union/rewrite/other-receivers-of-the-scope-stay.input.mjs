import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Talkative {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope && this.provider) {
      this.logger.info({ event: "step_up", scope });
      this.emit("stepUp", { scope });
      this.setState({ scope });
      this.metrics.increment("step_up", 1, { scope });
      if (!(await this.confirm(`Allow ${scope}?`))) throw new Error("refused");
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { Budget } from "./budget.js";

export class Agent {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.scope = undefined;
    this.budget = new Budget(2);
  }

  async send(body, isSecond = false) {
    const response = await fetch(this.url, { method: "POST", body });
    if (response.status === 403) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope" && scope) {
        this.budget.take(scope);
        this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, unbounded-step-up)
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
        return this.send(body, true);
      }
    }
    if (isSecond) this.budget.giveBack(this.scope);
    return response;
  }
}

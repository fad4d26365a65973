import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Listed {
  async onRefused(challenges) {
    if (challenges.find((each) => each.error === "insufficient_scope")) {
      this.scope = challenges.find((each) => each.scope).scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { parseChallenge } from "../shared/challenge.js";

export class Spreading {
  async onRefused(response) {
    const challenge = parseChallenge(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return;
    const options = { serverUrl: this.url, ...challenge }; // expect: rewrite challenge-only-scope (advice refresh-cannot-widen)
    await auth(this.provider, options);
  }

  async onRefusedWithACopy(response) {
    const challenge = parseChallenge(response.headers.get("www-authenticate"));
    const { error, scope } = challenge;
    if (error === "insufficient_scope") {
      this.logger.info(`step up to ${scope}`);
      await auth(this.provider, Object.assign({ serverUrl: this.url }, challenge)); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    }
  }
}

import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { parseChallenges } from "../shared/challenge.js";

export class Listing {
  async onRefused(response) {
    const challenges = parseChallenges(response.headers.get("www-authenticate"));
    const found = challenges.find((each) => each.error === "insufficient_scope");
    if (found !== undefined) {
      this.scope = found.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async onRefusedAgain(response) {
    const isStepUp = ({ scheme, error }) => scheme === "Bearer" && error === "insufficient_scope";
    const refusal = parseChallenges(response.headers.get("www-authenticate")).find(isStepUp);
    if (!refusal) return;
    this.scope = refusal.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { parseChallenges } from "../shared/challenge.js";

export class Listing {
  async notFound(response) {
    const challenges = parseChallenges(response.headers.get("www-authenticate"));
    const found = challenges.find((each) => each.error === "insufficient_scope");
    if (!found) {
      this.scope = challenges[0].scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async byAPromise(response) {
    const challenges = parseChallenges(response.headers.get("www-authenticate"));
    const found = challenges.find(async (each) => each.error === "insufficient_scope");
    if (found) {
      this.scope = found.scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async byAnyError(response) {
    const challenges = parseChallenges(response.headers.get("www-authenticate"));
    const found = challenges.find((each) => each.error === "insufficient_scope" || each.scope);
    if (found) {
      this.scope = found.realm;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { parseChallenges } from "./challenges.js";

export class Session {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
    this.scope = undefined;
  }

  async send(path) {
    const response = await fetch(this.url + path);
    if (response.status !== 403) return response;
    const challenges = parseChallenges(response.headers.get("WWW-Authenticate"));
    const bearers = challenges.filter((each) => each.scheme === "Bearer");
    const dpops = challenges.filter((each) => each.scheme === "DPoP");
    if (bearers[0]?.error !== "insufficient_scope" || !dpops[0]?.scope) return response;
    this.scope = dpops[0].scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
  }
}

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
    const byScheme = new Map(challenges.map((each) => [each.scheme, each]));
    if (byScheme.get("bearer")?.error !== "insufficient_scope" || !byScheme.get("dpop")?.scope) return response;
    this.scope = byScheme.get("dpop").scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
  }
}

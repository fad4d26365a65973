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
    let isDenied = false;
    let scope;
    for (const each of challenges) {
      if (each.error === "insufficient_scope") isDenied = true;
      if (each.scope) scope = each.scope;
    }
    if (!isDenied || !scope) return response;
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
  }
}

import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Listing {
  async onRefused(response) {
    const challenges = [extractWWWAuthenticateParams(response)];
    const stepUp = challenges.findLast(({ error: code }) => code === "insufficient_scope");
    if (stepUp) await auth(this.provider, { serverUrl: this.url, ...stepUp }); // expect: review scope-side-channel (advice refresh-cannot-widen)
  }
}

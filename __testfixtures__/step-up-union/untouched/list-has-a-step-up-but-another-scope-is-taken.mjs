import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Listing {
  async ofOtherErrors(challenges, error) {
    const found = challenges.find((each) => error === "insufficient_scope");
    const other = challenges.find((each) => each.error !== "insufficient_scope");
    if (other) {
      this.scope = other.scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    this.log(found);
  }

  async ofTheFirst(challenges) {
    const found = challenges.find((each) => each.error === "insufficient_scope");
    const first = challenges[0];
    if (found) {
      this.scope = first.scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

const violates = (scope) => {
  const names = (scope ?? "").split(" ");
  return names.length > 1 && names.includes("payments:release");
};

/** Throws away a token that may release payments and more than that: the separation is meant. */
export class Desk {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async token() {
    const tokens = await this.provider.tokens();
    if (violates(tokens?.scope)) throw new Error("a token must release alone");
    return tokens?.access_token;
  }

  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

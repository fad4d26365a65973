import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export class Parcels {
  async onForbidden(response) {
    const header = response.headers.get("www-authenticate") ?? "";
    const pairs = header.slice("Bearer ".length).split(", ").map((each) => each.replaceAll('"', "").split("="));
    const error = pairs.find(([name]) => name === "error")?.[1];
    const scope = pairs.find(([name]) => name === "scope")?.[1];
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.origin, scope: this.scope });
  }
}

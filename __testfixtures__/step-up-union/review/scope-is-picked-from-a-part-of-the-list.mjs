import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { parse } from "./parse.mjs";
export class Link {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }
  async onAnswer(response) {
    const all = parse(response.headers.get("www-authenticate"));
    const mine = all.filter((p) => p.realm === this.realm);
    const error = all.find((p) => p.name === "error");
    const scope = mine.find((p) => p.name === "scope");
    if (error?.value !== "insufficient_scope" || !scope) return;
    this.scope = scope.value; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** Of a challenge without a header it says nothing, which is not null either. */
function missingScope(response) {
  const header = response.headers.get("www-authenticate");
  if (header !== null) {
    if (!/\berror="insufficient_scope"/.test(header)) return null;
    return /\bscope="([^"]*)"/.exec(header)?.[1] || null;
  }
}

export class Translations {
  async onForbidden(response) {
    const missing = missingScope(response);
    if (missing === null) return;
    this.scope = missing; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

const CHALLENGE = /error="insufficient_scope".*[ ,]scope="([^"]+)"/;

export class Objects {
  scope = undefined;

  async onForbidden(response) {
    const match = CHALLENGE.exec(response.headers.get("www-authenticate") ?? "");
    if (response.status !== 403 || match === null) return;
    this.scope = match[1]; // expect: rewrite replaced-scope (advice refresh-cannot-widen)

    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

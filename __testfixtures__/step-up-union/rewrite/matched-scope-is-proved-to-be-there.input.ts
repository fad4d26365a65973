import { signIn } from "./sign-in.js";

export class Session {
  private scope = "openid";

  async onForbidden(response: Response): Promise<void> {
    const header = response.headers.get("WWW-Authenticate") ?? "";
    if (!header.includes('error="insufficient_scope"')) return;
    const needed = /\bscope="([^"]+)"/.exec(header)?.[1];
    if (needed === undefined) return;
    this.scope = needed; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await signIn({ client_id: "app", response_type: "code", scope: this.scope });
  }

  async onForbiddenPart(response: Response): Promise<void> {
    const header = response.headers.get("WWW-Authenticate") ?? "";
    const needed = /\bscope="([^"]+)"/.exec(header);
    if (!needed || !header.includes('error="insufficient_scope"')) return;
    this.scope = needed[1]; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await signIn({ client_id: "app", response_type: "code", scope: this.scope });
  }
}

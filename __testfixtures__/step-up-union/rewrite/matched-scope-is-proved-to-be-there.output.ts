import { signIn } from "./sign-in.js";

export class Session {
  private scope = "openid";

  async onForbidden(response: Response): Promise<void> {
    const header = response.headers.get("WWW-Authenticate") ?? "";
    if (!header.includes('error="insufficient_scope"')) return;
    const needed = /\bscope="([^"]+)"/.exec(header)?.[1];
    if (needed === undefined) return;
    this.scope = unionScopes(this.scope, needed) ?? needed;
    await signIn({ client_id: "app", response_type: "code", scope: this.scope });
  }

  async onForbiddenPart(response: Response): Promise<void> {
    const header = response.headers.get("WWW-Authenticate") ?? "";
    const needed = /\bscope="([^"]+)"/.exec(header);
    if (!needed || !header.includes('error="insufficient_scope"')) return;
    this.scope = unionScopes(this.scope, needed[1]) ?? needed[1];
    await signIn({ client_id: "app", response_type: "code", scope: this.scope });
  }
}

/** The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order. */
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

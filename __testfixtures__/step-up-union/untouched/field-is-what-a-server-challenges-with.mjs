/** A fake server for tests: it hands out the challenge. */
export class FakeApi {
  held = new Map();

  answer(request) {
    const granted = this.held.get(request.headers.get("authorization")) ?? "";
    const challenge = granted.includes("files:write") ? {} : { error: "insufficient_scope", scope: "files:write" };
    if (challenge.error !== "insufficient_scope") return new Response("[]");
    this.scope = challenge.scope;
    const header = `Bearer error="insufficient_scope", scope="${this.scope}"`;
    return new Response(null, { status: 403, headers: { "WWW-Authenticate": header } });
  }
}

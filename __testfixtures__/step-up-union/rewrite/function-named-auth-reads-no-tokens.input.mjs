async function auth(http, { serverUrl, scope }) {
  const reply = await http.post(serverUrl, { scope });
  return reply.ok ? "AUTHORIZED" : "REDIRECT";
}

export class Posting {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      const result = await auth(this.http, { serverUrl: this.url, scope: this.scope });
      if (result !== "AUTHORIZED") throw new Error("sent to log in");
    }
  }
}

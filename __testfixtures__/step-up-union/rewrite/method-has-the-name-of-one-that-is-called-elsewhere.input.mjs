import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** `get` is also a method of what a login gives, and there another answer was tested. */
export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async login() {
    const page = await fetch(new URL("/warm-up", this.url), { redirect: "manual" });
    if (page.status !== 302) throw new Error("not ready");
    const back = new URL(page.headers.get("location"), this.url);
    this.code = back.searchParams.get("code");
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async get(path, { retry = true } = {}) {
    const response = await fetch(new URL(path, this.url));
    const header = response.headers.get("WWW-Authenticate") ?? "";
    const missing = /scope="([^"]+)"/.exec(header);
    if (response.status === 403 && retry && missing && /error="insufficient_scope"/.test(header)) {
      this.scope = missing[1]; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await this.login();
      return this.get(path, { retry: false });
    }
    return response;
  }
}

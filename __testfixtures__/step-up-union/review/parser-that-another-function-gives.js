import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

const parse = (() => {
  const named = (name) => new RegExp(`${name}="([^"]*)"`);
  return function parse(response) {
    const header = response.headers.get("www-authenticate");
    const error = named("error").exec(header)?.[1];
    const scope = (named("scope").exec(header)?.[1] ?? "").split(" ");
    return { error, scope };
  };
})();

export class Client {
  async onForbidden(response) {
    const { error, scope } = parse(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review scope-collection (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

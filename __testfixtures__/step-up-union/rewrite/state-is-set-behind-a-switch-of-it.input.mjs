import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  async run(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let state;
    if (response.ok) state = "done";
    switch (state) {
      case "done":
        return response;
      case "refused":
        throw new Error("refused before");
    }
    state = "refused";
    switch (state) {
      case "refused":
        if (error !== "insufficient_scope" || !scope) return response;
        this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }
}

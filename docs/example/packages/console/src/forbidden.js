import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Downloads {
  async get(path) {
    const response = await fetch(new URL(path, this.url));
    if (response.status === 403) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return response;
  }
}

import { auth } from "./auth.js";

export class Limits {
  async onForbidden(response) {
    if (response.status === 403) {
      const scope = response.headers["x-ratelimit-scope"];
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

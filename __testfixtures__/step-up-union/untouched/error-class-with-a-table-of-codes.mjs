import { auth } from "./auth.js";

export class OAuthError extends Error {
  static INSUFFICIENT_SCOPE = "insufficient_scope";
  static INVALID_TOKEN = "invalid_token";
}

export class Catching {
  async run(call) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      this.scope = error.scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { unionScopes } from "../union-scopes.js";

export class Spreading {
  async scopeBehind(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      const scope = unionScopes(tokens?.scope, this.scope, challenge.scope);
      await auth(this.provider, { serverUrl: this.url, ...challenge, scope }); // expect: already-union union-kept (advice refresh-cannot-widen)
    }
  }

  async scopeLeftOut(response) {
    const { error, scope, ...rest } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.logger.info(scope);
      await auth(this.provider, { serverUrl: this.url, ...rest });
    }
  }

  async scopeDeleted(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      delete challenge.scope;
      await auth(this.provider, { serverUrl: this.url, ...challenge });
    }
  }

  async otherRecords(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      await auth(this.provider, { serverUrl: this.url, ...this.options });
      await auth(this.provider, { serverUrl: this.url, meta: { ...challenge } });
      this.logger.warn({ ...challenge });
      throw new AuthorizationError({ clientId: this.id, ...challenge });
    }
  }

  async unauthorized(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (response.status === 401) {
      await auth(this.provider, { serverUrl: this.url, ...challenge });
    }
  }
}

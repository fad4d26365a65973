import { auth } from "firebase-admin";
import * as client from "openid-client";
import Keycloak from "keycloak-js";

export class Manager {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = unionScopes(this.scope, body.scope);
      await this.authManager.requestToken(this.auth, { scope: this.scope, force: true });
    }
  }
}

export class Configured {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = unionScopes(this.scope, body.scope);
      await client.initiateDeviceAuthorization(this.authConfig, { scope: this.scope });
    }
  }
}

export class Administered {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = unionScopes(this.scope, body.scope);
      await auth(this.app, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Logged {
  authProvider = new Keycloak();

  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = unionScopes(this.scope, body.scope);
      await this.login(this.authProvider, { scope: this.scope });
    }
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

import { auth } from "firebase-admin";
import * as client from "openid-client";
import Keycloak from "keycloak-js";

export class Manager {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await this.authManager.requestToken(this.auth, { scope: this.scope, force: true });
    }
  }
}

export class Configured {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await client.initiateDeviceAuthorization(this.authConfig, { scope: this.scope });
    }
  }
}

export class Administered {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
      await auth(this.app, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Logged {
  authProvider = new Keycloak();

  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await this.login(this.authProvider, { scope: this.scope });
    }
  }
}

import * as sdk from "@modelcontextprotocol/sdk/client/auth.js";
import { auth as authorize } from "@modelcontextprotocol/sdk/client/auth.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";

export class Namespaced {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await sdk.auth(this.store, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Renamed {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await authorize(this.store, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Loaded {
  async onRefused(body) {
    const { auth } = await import("@modelcontextprotocol/sdk/client/auth.js");
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.store, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Transported {
  connect() {
    return new SSEClientTransport(this.url, { authProvider: this.store });
  }

  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice scope-may-be-missing)
      await this.login({ client_id: this.id, scope: this.scope });
    }
  }
}

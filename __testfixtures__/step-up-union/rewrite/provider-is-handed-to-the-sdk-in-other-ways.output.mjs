import * as sdk from "@modelcontextprotocol/sdk/client/auth.js";
import { auth as authorize } from "@modelcontextprotocol/sdk/client/auth.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";

export class Namespaced {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      const tokens = await this.store?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, body.scope);
      await sdk.auth(this.store, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Renamed {
  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      const tokens = await this.store?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, body.scope);
      await authorize(this.store, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Loaded {
  async onRefused(body) {
    const { auth } = await import("@modelcontextprotocol/sdk/client/auth.js");
    if (body.error === "insufficient_scope") {
      const tokens = await this.store?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, body.scope);
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
      const tokens = await this.store?.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, body.scope);
      await this.login({ client_id: this.id, scope: this.scope });
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

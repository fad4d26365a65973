import { EventEmitter } from "node:events";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Link extends EventEmitter {
  constructor(url, provider) {
    super();
    this.url = url;
    this.provider = provider;
    this.on("challenge", (challenge) => {
      this.metadata = challenge.resourceMetadataUrl ?? this.metadata;
      this.scope = challenge.scope ?? this.scope;
    });
  }

  async onForbidden(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return;
    if (challenge.scope) this.scope = challenge.scope; // expect: review scope-precedence (advice refresh-cannot-widen)
    this.emit("challenge", challenge);
    await auth(this.provider, { serverUrl: this.url, resourceMetadataUrl: this.metadata, scope: this.scope });
  }
}

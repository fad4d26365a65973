import { EventEmitter } from "node:events";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const hooks = {
  onResponse: [
    async (response, { provider }) => {
      if (response.status === 401) await provider.saveTokens({ access_token: "", token_type: "bearer" });
    },
  ],
};

export class Link extends EventEmitter {
  constructor(url, provider) {
    super();
    this.url = url;
    this.provider = provider;
    this.on("challenge", (challenge) => {
      this.metadata = challenge.resourceMetadataUrl ?? this.metadata;
    });
  }

  async send(body) {
    const response = await fetch(this.url, { method: "POST", body });
    for (const hook of hooks.onResponse) await hook(response, { provider: this.provider });
    await this.onForbidden(response);
    return response;
  }

  async onForbidden(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return;
    if (challenge.scope) this.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    this.emit("challenge", challenge);
    await auth(this.provider, { serverUrl: this.url, resourceMetadataUrl: this.metadata, scope: this.scope });
  }
}

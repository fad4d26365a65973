import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Taking {
  async otherParts(response) {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope") {
      ({ resourceMetadataUrl: this.resource } = challenge);
      [this.scheme, this.realm] = response.headers.get("www-authenticate").split(" ");
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async configuredScope(response) {
    const { error } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      ({ scope: this.scope } = this.configuration);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async unauthorized(response) {
    if (response.status === 401) {
      ({ scope: this.scope } = extractWWWAuthenticateParams(response));
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

import { auth, extractWWWAuthenticateParams } from "./auth.js";

export class Metadata {
  async onForbidden(response) {
    const { error, resourceMetadataUrl, errorDescription } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.resourceMetadataUrl = resourceMetadataUrl;
      this.lastError = errorDescription;
      await auth(this.provider, { serverUrl: this.url, resourceMetadataUrl });
    }
  }
}

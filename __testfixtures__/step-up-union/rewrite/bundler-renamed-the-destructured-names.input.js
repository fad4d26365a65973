var StreamableHTTPClientTransport = class {
  async send(message) {
    const response = await this._fetch(this._url, { method: "POST", body: JSON.stringify(message) });
    if (response.status === 401 && this._authProvider) {
      const { resourceMetadataUrl, scope: scope2 } = extractWWWAuthenticateParams(response);
      this._scope = scope2;
      await auth(this._authProvider, { serverUrl: this._url, resourceMetadataUrl, scope: this._scope });
      return this.send(message);
    }
    if (response.status === 403 && this._authProvider) {
      const { resourceMetadataUrl, scope: scope2, error: error46 } = extractWWWAuthenticateParams(response);
      if (error46 === "insufficient_scope") {
        const wwwAuthHeader = response.headers.get("WWW-Authenticate");
        if (this._lastUpscopingHeader === wwwAuthHeader) {
          throw new StreamableHTTPError(403, "Server returned 403 after trying upscoping");
        }
        if (scope2) {
          this._scope = scope2; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        }
        this._lastUpscopingHeader = wwwAuthHeader ?? void 0;
        const result = await auth(this._authProvider, {
          serverUrl: this._url,
          resourceMetadataUrl,
          scope: this._scope,
          fetchFn: this._fetch
        });
        if (result !== "AUTHORIZED") {
          throw new UnauthorizedError();
        }
        return this.send(message);
      }
    }
  }
};
export { StreamableHTTPClientTransport };

//#region src/client/streamableHttp.ts
var StreamableHTTPClientTransport = class {
	async _send(message, options, isAuthRetry) {
		const response = await this._fetchWithInit(this._url, { method: "POST", body: JSON.stringify(message) });
		if (!response.ok) {
			if (response.status === 401 && this._authProvider) {
				const { resourceMetadataUrl, scope } = extractWWWAuthenticateParams(response);
				this._resourceMetadataUrl = resourceMetadataUrl;
				this._scope = scope;
				if (this._authProvider.onUnauthorized && !isAuthRetry) await this._authProvider.onUnauthorized({ response });
				throw new UnauthorizedError();
			}
			if (response.status === 403 && this._oauthProvider) {
				const { resourceMetadataUrl, scope, error } = extractWWWAuthenticateParams(response);
				if (error === "insufficient_scope") {
					const wwwAuthHeader = response.headers.get("WWW-Authenticate");
					if (this._lastUpscopingHeader === wwwAuthHeader) throw new SdkHttpError(SdkErrorCode.ClientHttpForbidden, "Server returned 403 after trying upscoping", {
						status: 403,
						statusText: response.statusText
					});
					if (scope) this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
					if (resourceMetadataUrl) this._resourceMetadataUrl = resourceMetadataUrl;
					this._lastUpscopingHeader = wwwAuthHeader ?? void 0;
					if (await auth(this._oauthProvider, {
						serverUrl: this._url,
						resourceMetadataUrl: this._resourceMetadataUrl,
						scope: this._scope,
						fetchFn: this._fetchWithInit
					}) !== "AUTHORIZED") throw new UnauthorizedError();
					return this._send(message, options, isAuthRetry);
				}
			}
		}
		this._lastUpscopingHeader = void 0;
	}
};

//#endregion
export { StreamableHTTPClientTransport };
//# sourceMappingURL=index.mjs.map

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';

export class Marked {
	private _scope?: string;

	constructor(
		private readonly _url: URL,
		private readonly _authProvider?: OAuthClientProvider,
	) {}

	async onForbidden(response: Response): Promise<void> {
		if (!this._authProvider) return;
		const { error, scope } = extractWWWAuthenticateParams(response);
		if (error === 'insufficient_scope') {
			if (scope) {
				this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
			}
			await auth(this._authProvider, { serverUrl: this._url, scope: this._scope });
		}
	}
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** Only reads of the options come before the call that takes them. */
export class Client {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
    private readonly history: unknown[] = [],
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const options = { serverUrl: this.serverUrl, scope }; // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
      console.debug("stepping up", options);
      this.history.push(structuredClone(options), JSON.stringify(options));
      await auth(this.provider, options);
    }
  }

  async onForbiddenWithDefaults(response: Response, defaults: { fetchFn?: typeof fetch }): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const options = { serverUrl: this.serverUrl, scope }; // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
      console.debug("stepping up", { ...options });
      await auth(this.provider, { ...defaults, ...options });
    }
  }
}

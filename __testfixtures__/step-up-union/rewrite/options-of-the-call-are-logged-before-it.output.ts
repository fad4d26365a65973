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
      const tokens = await this.provider.tokens();
      const options = { serverUrl: this.serverUrl, scope: unionScopes(tokens?.scope, scope) };
      console.debug("stepping up", options);
      this.history.push(structuredClone(options), JSON.stringify(options));
      await auth(this.provider, options);
    }
  }

  async onForbiddenWithDefaults(response: Response, defaults: { fetchFn?: typeof fetch }): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      const tokens = await this.provider.tokens();
      const options = { serverUrl: this.serverUrl, scope: unionScopes(tokens?.scope, scope) };
      console.debug("stepping up", { ...options });
      await auth(this.provider, { ...defaults, ...options });
    }
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface RequestConfig {
  url?: string;
  steppedUp?: boolean;
}

interface HttpFailure extends Error {
  config?: RequestConfig;
  response?: { status: number; headers: Record<string, string> };
}

interface Http {
  onRejected(handler: (failure: HttpFailure) => Promise<unknown>): void;
  request(config: RequestConfig): Promise<unknown>;
}

/** The mark is the failed request's own: no other run tests it, whenever the tokens are read. */
export function connect(http: Http, serverUrl: string, provider: OAuthClientProvider): void {
  let requestedScope: string | undefined;

  http.onRejected(async (failure) => {
    const config = failure.config as RequestConfig | undefined;
    if (!config || config.steppedUp || failure.response?.status !== 403) throw failure;
    const header = failure.response.headers["www-authenticate"] ?? "";
    if (!/error="insufficient_scope"/.test(header)) throw failure;

    const tokens = await provider.tokens();
    config.steppedUp = true;
    const scope = /scope="([^"]+)"/.exec(header)?.[1];
    if (scope) {
      requestedScope = unionScopes(tokens?.scope, requestedScope, scope);
    }
    const result = await auth(provider, { serverUrl, scope: requestedScope });
    if (result !== "AUTHORIZED") throw failure;
    return http.request(config);
  });
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

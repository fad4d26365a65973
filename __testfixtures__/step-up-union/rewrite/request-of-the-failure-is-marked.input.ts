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

    config.steppedUp = true;
    const scope = /scope="([^"]+)"/.exec(header)?.[1];
    if (scope) {
      requestedScope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    }
    const result = await auth(provider, { serverUrl, scope: requestedScope });
    if (result !== "AUTHORIZED") throw failure;
    return http.request(config);
  });
}

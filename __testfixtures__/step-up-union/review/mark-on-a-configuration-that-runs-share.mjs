import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** What is called the configuration of a failure is all runs' own here: it is marked, and never sent again. */
export function connect(http, provider, serverUrl) {
  let requestedScope;

  http.onRejected(async (failure) => {
    const config = failure.config;
    if (config.steppedUp || failure.response?.status !== 403) throw failure;
    const header = failure.response.headers["www-authenticate"] ?? "";
    if (!/error="insufficient_scope"/.test(header)) throw failure;
    config.steppedUp = true;
    const scope = /scope="([^"]+)"/.exec(header)?.[1];
    if (scope) {
      requestedScope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    }
    await auth(provider, { serverUrl, scope: requestedScope });
    return http.repeat(failure.id);
  });

  http.onRefused(async (failure) => {
    if (failure.options.steppedUp || failure.response?.status !== 403) throw failure;
    const header = failure.response.headers["www-authenticate"] ?? "";
    if (!/error="insufficient_scope"/.test(header)) throw failure;
    failure.options.steppedUp = true;
    const scope = /scope="([^"]+)"/.exec(header)?.[1];
    if (scope) {
      requestedScope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    }
    await auth(provider, { serverUrl, scope: requestedScope });
    return http.repeat(failure.id);
  });
}

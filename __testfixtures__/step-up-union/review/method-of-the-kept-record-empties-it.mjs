import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

class Session {
  scope = "";

  /** Forgets all that it holds. */
  end() {
    this.scope = "";
  }
}

/** @param {import("@modelcontextprotocol/sdk/client/auth.js").OAuthClientProvider} provider */
export function connect(provider, url) {
  const session = new Session();
  return async function send(path) {
    const response = await fetch(new URL(path, url));
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return response;
    session.end();
    session.scope = scope; // expect: review unfit-sink
    await auth(provider, { serverUrl: url, scope: session.scope });
    return fetch(new URL(path, url));
  };
}

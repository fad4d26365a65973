import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

class Session {
  scope = "";

  /** Forgets all that it holds: here, what another session holds. */
  end() {
    this.scope = "";
  }
}

/** @param {import("@modelcontextprotocol/sdk/client/auth.js").OAuthClientProvider} provider */
export function connect(provider, url) {
  const session = new Session();
  const shown = new Session();
  return async function send(path) {
    const response = await fetch(new URL(path, url));
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return response;
    shown.end();
    session.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: url, scope: session.scope });
    return fetch(new URL(path, url));
  };
}

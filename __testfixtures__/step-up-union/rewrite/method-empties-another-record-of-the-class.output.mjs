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
    const tokens = await provider?.tokens();
    shown.end();
    session.scope = unionScopes(tokens?.scope, session.scope, scope);
    await auth(provider, { serverUrl: url, scope: session.scope });
    return fetch(new URL(path, url));
  };
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

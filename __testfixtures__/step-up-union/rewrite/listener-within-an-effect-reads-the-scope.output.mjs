import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { useEffect } from "react";
export function Panel({ provider, url, socket }) {
  useEffect(() => {
    const state = { scope: "read" };
    socket.on("response", async (response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope" || !scope) return;
      const tokens = await provider?.tokens();
      state.scope = unionScopes(tokens?.scope, state.scope, scope);
      await auth(provider, { serverUrl: url, scope: state.scope });
    });
    return () => socket.off("response");
  }, [socket]);
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

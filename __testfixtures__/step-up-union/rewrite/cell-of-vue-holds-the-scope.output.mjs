import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { ref } from "vue";

const SERVER = "https://forms.example.net/mcp";

export function useForms(provider) {
  const requested = ref("forms:list");

  return async function send(path) {
    const response = await fetch(SERVER + path);
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const tokens = await provider?.tokens();
    requested.value = unionScopes(tokens?.scope, requested.value, scope);
    await auth(provider, { serverUrl: SERVER, scope: requested.value });
    return response;
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

import axios from "axios";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function createClient(baseURL, provider) {
  const http = axios.create({ baseURL });

  http.interceptors.response.use(undefined, (error) => {
    const header = error.response?.headers["www-authenticate"] ?? "";
    if (error.config.isRetry && header.includes("insufficient_scope")) error.isLast = true;
    return Promise.reject(error);
  });

  http.interceptors.response.use(undefined, async (error) => {
    const { response, config } = error;
    if (error.isLast) throw error;
    const { error: reason, scope } = extractWWWAuthenticateParams(response);
    if (reason !== "insufficient_scope" || !scope) throw error;
    const tokens = await provider?.tokens();
    config.isRetry = true;
    config.scope = unionScopes(tokens?.scope, config.scope, scope);
    await auth(provider, { serverUrl: baseURL, scope: config.scope });
    return http.request(config);
  });

  return http;
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

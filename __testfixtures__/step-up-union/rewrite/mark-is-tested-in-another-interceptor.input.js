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
    config.isRetry = true;
    config.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: baseURL, scope: config.scope });
    return http.request(config);
  });

  return http;
}

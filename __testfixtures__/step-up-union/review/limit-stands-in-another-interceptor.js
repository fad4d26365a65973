import axios from "axios";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function createClient(baseURL, provider) {
  const http = axios.create({ baseURL });

  http.interceptors.response.use(undefined, (error) => {
    const header = error.response?.headers["www-authenticate"] ?? "";
    if (error.config.scope && header.includes(`scope="${error.config.scope}"`)) error.isLast = true;
    return Promise.reject(error);
  });

  http.interceptors.response.use(undefined, async (error) => {
    const { response, config } = error;
    if (error.isLast) throw error;
    const { error: reason, scope } = extractWWWAuthenticateParams(response);
    if (reason !== "insufficient_scope" || !scope) throw error;
    config.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: baseURL, scope: config.scope });
    return http.request(config);
  });

  return http;
}

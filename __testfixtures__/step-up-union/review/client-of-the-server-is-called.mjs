import { forServer } from "./http.mjs";
export function client(clientId) {
  let scope = "files:read";
  async function authorize(server) {
    const query = new URLSearchParams({ client_id: clientId, response_type: "code", scope });
    const http = forServer(server);
    await http("/token", { method: "POST", body: query });
  }
  return async (server, path) => {
    const response = await fetch(server + path);
    if (response.status !== 403) return response;
    const header = response.headers.get("www-authenticate") ?? "";
    const needed = /scope="([^"]*)"/.exec(header)?.[1];
    if (!header.includes('error="insufficient_scope"') || !needed) return response;
    scope = needed; // expect: review unfit-sink (advice granted-scope-unknown)
    await authorize(server);
    return response;
  };
}

const AUTHORIZE = "https://login.example.com/authorize";

export function albums(api, clientId) {
  let scope = "albums:read";

  function login() {
    const query = new URLSearchParams({ client_id: clientId, response_type: "code" });
    query.set("scope", scope);
    location.assign(AUTHORIZE + "?" + query);
  }

  return async (path) => {
    const response = await fetch(api + path);
    if (response.status !== 403) return response;
    const header = response.headers.get("www-authenticate") ?? "";
    const needed = /scope="([^"]*)"/.exec(header)?.[1];
    if (!header.includes('error="insufficient_scope"') || !needed) return response;
    scope = needed; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    login();
    return response;
  };
}

import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onForbidden(client, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    const configured = { serverUrl: client.url, scope: client.allScopes };
    await auth(client.provider, { serverUrl: client.url, scope, scope: client.allScopes });
    await auth(client.provider, { serverUrl: client.url, scope, "scope": client.allScopes });
    await auth(client.provider, { serverUrl: client.url, scope, ["scope"]: client.allScopes });
    await auth(client.provider, { serverUrl: client.url, scope, get scope() { return client.allScopes; } });
    await auth(client.provider, { scope, ...configured });
    await auth(client.provider, Object.assign({ scope }, { serverUrl: client.url, scope: client.allScopes }));
  }
}

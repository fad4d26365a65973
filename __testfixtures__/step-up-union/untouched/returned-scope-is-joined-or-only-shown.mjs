import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { unionScopes } from "../union-scopes.js";

function challengedScope(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return scope;
  return undefined;
}

export async function onRefused(client, response) {
  const tokens = await client.provider.tokens();
  client.scope = unionScopes(tokens?.scope, client.scope, challengedScope(response));
  await auth(client.provider, { serverUrl: client.url, scope: client.scope });
}

export async function onRefusedInTwoSteps(client, response) {
  const challenged = challengedScope(response);
  const tokens = await client.provider.tokens();
  await auth(client.provider, { serverUrl: client.url, scope: unionScopes(tokens?.scope, challenged) });
}

export function describe(page, response) {
  page.missing = challengedScope(response);
  page.show({ scope: challengedScope(response) });
}

export function missingScope(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return scope;
  return undefined;
}

#!/usr/bin/env node
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider, serverUrl } from "@acme/session";
import { unionScopes } from "./union-scopes.js";

let scope;

export async function onForbidden(response) {
  const challenge = extractWWWAuthenticateParams(response);
  if (provider && challenge.error === "insufficient_scope") {
    const tokens = await provider.tokens();
    scope = unionScopes(tokens?.scope, scope, challenge.scope);
    await auth(provider, { serverUrl, scope });
  }
}

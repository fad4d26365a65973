#!/usr/bin/env node
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider, serverUrl } from "@acme/session";

let scope;

export async function onForbidden(response) {
  const challenge = extractWWWAuthenticateParams(response);
  if (provider && challenge.error === "insufficient_scope") {
    scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(provider, { serverUrl, scope });
  }
}

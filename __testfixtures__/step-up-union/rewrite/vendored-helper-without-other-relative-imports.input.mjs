#!/usr/bin/env node
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

let scope;

export async function onForbidden(provider, serverUrl, response) {
  const challenge = extractWWWAuthenticateParams(response);
  if (provider && challenge.error === "insufficient_scope") {
    scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl, scope });
  }
}

import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider } from "./session.js";

let options = { serverUrl: new URL("https://mcp.example") };
export async function onRefused(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    options = { ...options, scope }; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(provider, options);
  }
}

export async function onRefusedAgain(provider, response, serverUrl) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  const ownOptions = { serverUrl };
  if (error === "insufficient_scope") {
    Object.assign(ownOptions, { scope }); // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(provider, ownOptions);
  }
}

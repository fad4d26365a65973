import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { startLogin } from "./login.js";

export async function get(url) {
  const response = await fetch(url);
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    await startLogin(url, scope); // expect: review scope-side-channel
    return fetch(url);
  }
  return response;
}

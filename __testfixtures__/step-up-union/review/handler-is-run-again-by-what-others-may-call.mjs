import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider } from "./session.js";

const serverUrl = new URL("https://mcp.example");
let wanted;

async function stepUp(scope, left) {
  wanted = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
  const result = await auth(provider, { serverUrl, scope: wanted });
  if (result !== "AUTHORIZED" && left > 0) await again(scope, left - 1);
}

export async function again(scope, left) {
  await stepUp(scope, left);
}

export async function send(body) {
  const response = await fetch(serverUrl, { method: "POST", body });
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope" && scope) await stepUp(scope, 1);
  return response;
}

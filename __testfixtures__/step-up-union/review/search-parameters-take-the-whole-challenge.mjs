import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function onRefused(client, response) {
  const challenge = extractWWWAuthenticateParams(response);
  if (challenge.error === "insufficient_scope") {
    return `${client.url}?${new URLSearchParams({ client_id: client.id, ...challenge })}`; // expect: review unfit-sink
  }
  return undefined;
}

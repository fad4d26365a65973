import { __name } from "./chunk-A1B2.js";
import { parse } from "./challenges.js";

let scope = "files:read";

async function authorize() {
  const params = new URLSearchParams({ client_id: "files", response_type: "code", scope });
  location.href = `https://login.example.com/authorize?${params}`;
}

async function stepUp(challenge) {
  if (!challenge.scope) return;
  scope = unionScopes(scope, challenge.scope);
  await authorize();
}
__name(stepUp, "stepUp");

export async function send(path) {
  const response = await fetch(`https://api.example.com${path}`);
  if (response.status !== 403) return response;
  const challenge = parse(response.headers.get("www-authenticate"));
  if (challenge.error === "insufficient_scope") await stepUp(challenge);
  return response;
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

import { parseChallenge } from "./shared/challenge.js";

export async function token(response) {
  const challenge = parseChallenge(response.headers.get("www-authenticate"));
  if (challenge.error === "insufficient_scope") {
    const url = new URL(challenge.realm);
    url.searchParams.set("service", challenge.service);
    url.searchParams.set("scope", challenge.scope);
    return fetch(url);
  }
  return undefined;
}

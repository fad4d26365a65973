import { parseChallenge } from "../shared/challenge.js";

export async function fetchOrLogin(url: URL): Promise<Response> {
  const response = await fetch(url);
  const challenge = parseChallenge(response.headers.get("www-authenticate"));
  if (response.status === 403 && challenge.error === "insufficient_scope" && challenge.scope) {
    sessionStorage.setItem("requested_scope", challenge.scope); // expect: review scope-side-channel
    location.assign("/login");
  }
  return response;
}

import { parseChallenge } from "../shared/challenge.js";

const seen = [];

export function record(response) {
  const { error, scope } = parseChallenge(response.headers.get("www-authenticate"));
  const kind = error === "insufficient_scope" ? "step-up" : "other";
  seen.push({ at: Date.now(), kind, scope });
  return seen.length;
}

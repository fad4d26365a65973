import { parseChallenge } from "../shared/challenge.js";

interface Outcome {
  status: number;
  requiredScope?: string;
}

export async function probe(url: URL): Promise<Outcome> {
  const response = await fetch(url);
  const outcome: Outcome = { status: response.status };
  const challenge = parseChallenge(response.headers.get("www-authenticate"));
  if (challenge.error === "insufficient_scope") {
    outcome.requiredScope = challenge.scope; // expect: review scope-side-channel
  }
  return outcome;
}

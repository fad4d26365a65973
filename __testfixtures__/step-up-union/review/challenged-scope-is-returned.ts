import { parseChallenge } from "../shared/challenge.js";

export interface NextStep {
  readonly kind: "authorize" | "fail";
  readonly scope?: string;
}

export function decide(response: Response): NextStep {
  const challenge = parseChallenge(response.headers.get("www-authenticate"));
  if (response.status === 403 && challenge.error === "insufficient_scope") {
    return { kind: "authorize", scope: challenge.scope }; // expect: review scope-side-channel
  }
  return { kind: "fail" };
}

import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export interface Refusal {
  readonly status: number;
  readonly scopes?: string;
}

export function refusalOf(response: Response): Refusal | undefined {
  const challenge = extractWWWAuthenticateParams(response);
  if (challenge.error !== "insufficient_scope") return undefined;
  return { status: response.status, ...(challenge.scope ? { scopes: challenge.scope } : {}) }; // expect: review scope-side-channel
}

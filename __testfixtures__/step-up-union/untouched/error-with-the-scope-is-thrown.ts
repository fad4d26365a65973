import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class StepUpRequiredError extends Error {
  readonly requiredScope: string | undefined;

  constructor(details: { requiredScope: string | undefined }) {
    super("insufficient_scope");
    this.requiredScope = details.requiredScope;
  }
}

export function assertAllowed(response: Response): void {
  const challenge = extractWWWAuthenticateParams(response);
  if (response.status === 403 && challenge.error === "insufficient_scope") {
    throw new StepUpRequiredError({ requiredScope: challenge.scope });
  }
}

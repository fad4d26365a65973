import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export interface Events {
  onStepUpNeeded(scope: string): Promise<void>;
}

export async function onRefused(events: Events, response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    await events.onStepUpNeeded(scope); // expect: review scope-side-channel
  }
}

import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export function watch(options: { onStepUp?: (scope: string) => void }, response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) options.onStepUp?.(scope); // expect: review scope-side-channel
}

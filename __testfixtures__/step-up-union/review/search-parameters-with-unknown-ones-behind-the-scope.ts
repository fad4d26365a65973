import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function queryFor(response: Response, more: Record<string, string>): URLSearchParams | undefined {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope" || !scope) return undefined;
  return new URLSearchParams({ client_id: "app", scope, ...more }); // expect: review scope-precedence
}

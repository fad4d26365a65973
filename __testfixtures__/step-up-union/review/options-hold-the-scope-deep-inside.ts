import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

declare function makeTransport(url: string, options: { oauth: { scope?: string } }): object;

export function recreate(url: string, response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") return makeTransport(url, { oauth: { scope } }); // expect: review scope-side-channel
  return undefined;
}

import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function addressFor(response: Response, configured: string): string | undefined {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    const address = new URL("https://auth.example.com/authorize");
    address.searchParams.set("client_id", "app");
    address.searchParams.append("scope", configured);
    address.searchParams.append("scope", scope); // expect: review scope-precedence
    return address.href;
  }
  return undefined;
}

import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function addressFor(response: Response, configured: string): string[] {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    const address = new URL("https://auth.example.com/authorize");
    address.searchParams.set("scope", scope);
    address.searchParams.set("client_id", "app");
    address.searchParams.set("scope", configured);
    const query = new URLSearchParams({ client_id: "app", scope });
    query.delete("scope");
    return [address.href, query.toString()];
  }
  return [];
}

import type { AuthorizationServerMetadata, OAuthClientMetadata } from "@modelcontextprotocol/sdk/shared/auth.js";

export async function register(
  metadata: AuthorizationServerMetadata,
  clientMetadata: OAuthClientMetadata,
  scope: string | undefined,
): Promise<Response> {
  if (scope !== undefined) {
    clientMetadata.scope = scope;
  }
  const response = await fetch(new URL("/register", metadata.issuer), {
    method: "POST",
    body: JSON.stringify(clientMetadata),
  });
  if (response.status === 403) throw new Error("insufficient_scope");
  return response;
}

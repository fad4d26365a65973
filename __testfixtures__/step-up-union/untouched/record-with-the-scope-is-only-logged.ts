import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

/** A record that only logs and texts are made of. */
export async function onForbidden(response: Response, audit: unknown[]): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    const refusal = { url: response.url, scope };
    console.warn("refused", refusal);
    audit.push(structuredClone(refusal));
    throw new Error(JSON.stringify(refusal));
  }
}

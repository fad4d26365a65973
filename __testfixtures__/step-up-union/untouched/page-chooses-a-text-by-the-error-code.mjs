import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export function Message({ response }) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  const text = error === "insufficient_scope" ? scope : "none";
  log({ scope: error === "insufficient_scope" ? scope : undefined });
  return render({ text, scope: error === "insufficient_scope" ? scope : undefined });
}

import { extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { loginWithScope } from "../shared/login.js";

let wanted: string | undefined;

export async function onForbidden(response: Response, provider: OAuthClientProvider): Promise<string> {
  const before = await provider.tokens();
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    wanted = scope; // expect: review unfit-sink
    await loginWithScope(wanted);
  }
  return before?.access_token ?? "";
}

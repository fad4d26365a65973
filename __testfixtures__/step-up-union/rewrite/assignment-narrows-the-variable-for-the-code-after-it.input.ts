import { extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { loginWithScope } from "../shared/login.js";

export function handlerFor(provider: OAuthClientProvider): (response: Response) => Promise<string> {
  let wanted: string | undefined;

  return async function onForbidden(response: Response): Promise<string> {
    const before = await provider.tokens();
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      wanted = scope; // expect: rewrite replaced-scope
      await loginWithScope(wanted);
    }
    return before?.access_token ?? "";
  };
}

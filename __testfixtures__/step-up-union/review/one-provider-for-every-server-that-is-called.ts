import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { createProvider } from "../shared/provider.js";

const provider = createProvider();

export async function onForbidden(serverUrl: string, response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) await auth(provider, { serverUrl, scope }); // expect: review unfit-sink (advice refresh-cannot-widen)
}

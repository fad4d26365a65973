import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider, serverUrl } from "../shared/session.js";

const session = { scope: "", opened: 0 };

export async function send(): Promise<void> {
  const response = await fetch(serverUrl);
  session.opened += 1;
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    session.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl, scope: session.scope });
  }
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Lock = (run: () => Promise<unknown>) => Promise<void>;

export async function send(provider: OAuthClientProvider, serverUrl: string, response: Response, lock: Lock) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    await lock(() => auth(provider, { serverUrl, scope })); // expect: review unfit-sink (advice refresh-cannot-widen)
  }
}

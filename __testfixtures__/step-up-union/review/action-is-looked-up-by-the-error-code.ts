import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export async function on(provider: OAuthClientProvider, url: string, r: Response) {
  const c = extractWWWAuthenticateParams(r);
  const actions: Record<string, () => Promise<unknown>> = {
    invalid_token: () => auth(provider, { serverUrl: url }),
    insufficient_scope: () => auth(provider, { serverUrl: url, scope: c.scope }), // expect: review unproven-step-up (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
  };
  await actions[c.error ?? ""]?.();
}

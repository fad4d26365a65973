import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export function makeClient(first: { url: string; provider: OAuthClientProvider }) {
  const state: { url: string; provider: OAuthClientProvider; scope: string | undefined } = { ...first, scope: undefined };
  return {
    use(url: string, provider: OAuthClientProvider) {
      state.url = url;
      state.provider = provider;
    },
    async onForbidden(res: Response) {
      const { error, scope } = extractWWWAuthenticateParams(res);
      if (res.status !== 403 || error !== "insufficient_scope" || !scope) return;
      state.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(state.provider, { serverUrl: state.url, scope: state.scope });
    },
  };
}

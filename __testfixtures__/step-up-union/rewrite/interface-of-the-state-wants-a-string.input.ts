import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface State {
  readonly provider: OAuthClientProvider;
  readonly url: string;
  scope: string;
}

export async function onForbidden(state: State, response: Response): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    state.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(state.provider, { serverUrl: state.url, scope: state.scope });
  }
}

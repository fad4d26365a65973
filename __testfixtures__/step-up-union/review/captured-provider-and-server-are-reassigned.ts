import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export function createClient(provider: OAuthClientProvider, url: URL) {
  let wanted: string | undefined;
  return {
    use(next: OAuthClientProvider, at: URL): void {
      provider = next;
      url = at;
    },
    async onForbidden(response: Response): Promise<void> {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope" || !scope) return;
      wanted = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(provider, { serverUrl: url, scope: wanted });
    },
  };
}

import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export function createHandler(provider: OAuthClientProvider, serverUrl: string) {
  const names = new Set<string>();
  const forget = () => {
    const asked = names;
    asked.clear();
  };
  const request = {
    get scope(): string | undefined {
      return names.size ? Array.from(names).join(" ") : undefined;
    },
    set scope(next: string | undefined) {
      next?.split(" ").forEach((name) => names.add(name));
    },
  };
  return async function handle(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.ok) forget();
    if (error !== "insufficient_scope") return;
    request.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(provider, { serverUrl, scope: request.scope });
  };
}

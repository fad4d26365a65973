import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const pending = {
  scope: undefined as string | undefined,
  note(scope: string | undefined) {
    this.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
  },
};

export async function login(provider: OAuthClientProvider, serverUrl: string) {
  return auth(provider, { serverUrl, scope: pending.scope });
}

export function inspect(response: Response): Response {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    pending.note(scope);
  }
  return response;
}

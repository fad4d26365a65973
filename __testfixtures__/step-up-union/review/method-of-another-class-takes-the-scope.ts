import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export class Keychain {
  private pendingScope?: string;
  constructor(
    readonly inner: OAuthClientProvider,
    readonly url: string,
  ) {}
  notePending(scope: string): void {
    this.pendingScope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, granted-scope-unknown)
  }
  async login() {
    return auth(this.inner, { serverUrl: this.url, scope: this.pendingScope });
  }
}
export function watch(inner: typeof fetch, keychain: Keychain): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) keychain.notePending(scope);
    return response;
  };
}

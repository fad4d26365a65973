import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** Each login begins anew. */
export class Keyring {
  private readonly pending = new Set<string>();
  constructor(
    readonly provider: OAuthClientProvider,
    readonly url: string,
  ) {}
  notePending(scope: string): void {
    for (const name of scope.split(" ")) this.pending.add(name);
  }
  login() {
    const scope = [...this.pending].join(" ");
    this.pending.clear();
    return auth(this.provider, { serverUrl: this.url, scope });
  }
}

/** What is asked for is the last scope, not those seen. */
export class Ledger {
  private readonly seen = new Set<string>();
  private latest = "";
  constructor(
    readonly provider: OAuthClientProvider,
    readonly url: string,
  ) {}
  notePending(scope: string): void {
    this.seen.add(scope);
    this.latest = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, granted-scope-unknown)
  }
  login() {
    return auth(this.provider, { serverUrl: this.url, scope: this.latest });
  }
}

export const watched = (inner: typeof fetch, ring: Keyring): typeof fetch => {
  return async (input, init) => {
    const response = await inner(input, init);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) ring.notePending(scope); // expect: review scope-side-channel
    return response;
  };
};

export const recorded = (inner: typeof fetch, ledger: Ledger): typeof fetch => {
  return async (input, init) => {
    const response = await inner(input, init);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) ledger.notePending(scope);
    return response;
  };
};

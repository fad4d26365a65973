import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class Wanted {
  private readonly names = new Set<string>();
  apply(scope: string | undefined) {
    scope?.split(/\s+/).forEach((name) => this.names.add(name));
  }
  toString() {
    return Array.from(this.names).join(" ");
  }
}

export class Wire {
  private readonly wanted = new Wanted();
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}
  async receive(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.wanted.apply(scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.wanted.toString() });
  }
}

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
    return auth(this.provider, { serverUrl: this.url, scope: [...this.pending].join(" ") });
  }
}

export function watched(inner: typeof fetch, ring: Keyring): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) ring.notePending(scope);
    return response;
  };
}

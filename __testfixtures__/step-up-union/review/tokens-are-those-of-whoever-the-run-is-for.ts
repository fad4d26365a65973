import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

declare class AsyncLocalStorage<T> {
  run<R>(store: T, work: () => R): R;
  getStore(): T | undefined;
}

interface Tokens {
  access_token: string;
  token_type: string;
  scope?: string;
}

const current = new AsyncLocalStorage<{ tenant: string }>();
const tenant = (): string => current.getStore()?.tenant ?? "";

/** It answers for the tenant of the run; who holds it does not know of which. */
export class Vault {
  private readonly saved = new Map<string, Tokens>();

  async tokens(): Promise<Tokens | undefined> {
    return this.saved.get(tenant());
  }
}

export class Documents {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

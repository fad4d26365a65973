// Whose provider it is hangs on what surrounds the run, and the field is one for all.
import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

declare class AsyncLocalStorage<T> {
  run<R>(store: T, work: () => R): R;
  getStore(): T | undefined;
}

interface Tenant {
  provider: OAuthClientProvider;
  url: string;
}

const current = new AsyncLocalStorage<Tenant>();
const tenant = (): Tenant => current.getStore() as Tenant;

export const forTenant = <T>(one: Tenant, work: () => Promise<T>): Promise<T> => current.run(one, work);

export class ByGetter {
  private scope: string | undefined;

  private get provider(): OAuthClientProvider {
    return tenant().provider;
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: "https://files.example.com", scope: this.scope });
  }
}

export class ByFunction {
  private scope: string | undefined;

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, granted-scope-unknown)
    const { provider, url } = tenant();
    await auth(provider, { serverUrl: url, scope: this.scope });
  }
}

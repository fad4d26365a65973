declare class AsyncLocalStorage<T> {
  run<R>(store: T, work: () => R): R;
  getStore(): T | undefined;
}

interface Challenge {
  error?: string;
  scope?: string;
}
declare function parse(header: string | null): Challenge;

const current = new AsyncLocalStorage<{ issuer: string; api: string }>();

/** One gateway for all tenants; each has an issuer of its own. */
export class Gateway {
  private scope = "base";

  constructor(private readonly consent: (address: URL) => Promise<void>) {}

  private get tenant(): { issuer: string; api: string } {
    const tenant = current.getStore();
    if (!tenant) throw new Error("outside of a tenant");
    return tenant;
  }

  private get issuer(): string {
    return this.tenant.issuer;
  }

  async send(path: string, again = true): Promise<Response> {
    const response = await fetch(this.tenant.api + path);
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.authorize();
    return this.send(path, false);
  }

  private async authorize(): Promise<void> {
    const address = new URL("/authorize", this.issuer);
    address.searchParams.set("client_id", "ledger");
    address.searchParams.set("scope", this.scope);
    await this.consent(address);
  }
}

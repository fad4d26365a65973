interface Grant {
  access_token: string;
  scope?: string;
}

export class Registry {
  private grant: Grant | undefined;

  constructor(
    private readonly api: string,
    private readonly issuer: string,
    private readonly exchange: (address: URL) => Promise<Grant>,
  ) {}

  async request(path: string, again = true): Promise<unknown> {
    const response = await fetch(new URL(path, this.api), {
      headers: { authorization: `Bearer ${this.grant?.access_token}` },
    });
    if (response.ok) return response.json();
    const problem = (await response.json()) as { error?: string; scope?: string };
    if (again && response.status === 403 && problem.error === "insufficient_scope" && problem.scope) {
      const address = new URL("/begin", this.issuer);
      address.searchParams.set("scope", problem.scope); // expect: review unfit-sink
      await this.loopback(address);
      return this.request(path, false);
    }
    throw new Error(problem.error ?? response.statusText);
  }

  private async loopback(address: URL): Promise<void> {
    address.searchParams.set("response_type", "code");
    address.searchParams.set("client_id", "crates");
    this.grant = await this.exchange(address);
  }
}

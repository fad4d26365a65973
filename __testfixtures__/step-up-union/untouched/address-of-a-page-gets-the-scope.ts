/** The documentation of what is missing, in a browser. */
export class Registry {
  constructor(
    private readonly api: string,
    private readonly docs: string,
    private readonly open: (address: URL) => Promise<void>,
  ) {}

  async request(path: string): Promise<unknown> {
    const response = await fetch(new URL(path, this.api));
    if (response.ok) return response.json();
    const problem = (await response.json()) as { error?: string; scope?: string };
    if (response.status === 403 && problem.error === "insufficient_scope" && problem.scope) {
      const address = new URL("/permissions", this.docs);
      address.searchParams.set("scope", problem.scope);
      await this.show(address);
    }
    throw new Error(problem.error ?? response.statusText);
  }

  private async show(address: URL): Promise<void> {
    address.searchParams.set("language", "en");
    await this.open(address);
  }
}

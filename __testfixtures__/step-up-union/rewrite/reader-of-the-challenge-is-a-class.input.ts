class Challenge {
  constructor(private readonly header: string) {}

  isInsufficientScope(): boolean {
    return /(^|[\s,])error="insufficient_scope"/.test(this.header);
  }

  getScope(): string {
    return /(^|[\s,])scope="([^"]*)"/.exec(this.header)?.[2] ?? "";
  }
}

export class ReportService {
  private wanted = "base";

  constructor(
    private readonly api: string,
    private readonly issuer: string,
    private readonly browser: (url: string) => Promise<string>,
  ) {}

  async execute(path: string): Promise<unknown> {
    const first = await fetch(this.api + path);
    if (first.status !== 403) return first.json();
    const challenge = new Challenge(first.headers.get("WWW-Authenticate") ?? "");
    if (!challenge.isInsufficientScope() || challenge.getScope() === "") return first.json();
    this.wanted = challenge.getScope(); // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
    return this.browser(`${this.issuer}/authorize?${new URLSearchParams({ client_id: "a", scope: this.wanted })}`);
  }
}

const servers: string[] = ["https://a.example", "https://b.example"];
export class Reports {
  private wanted = "base";
  private turn = 0;
  constructor(private readonly open: (url: string) => Promise<void>) {}
  authorizeUrl(parameters: Record<string, string>): string {
    return `${servers[this.turn++ % 2]}/authorize?${new URLSearchParams(parameters)}`;
  }
  async onForbidden(response: Response): Promise<void> {
    const body = (await response.json()) as { error?: string; scope?: string };
    if (response.status !== 403 || body.error !== "insufficient_scope" || !body.scope) return;
    this.wanted = body.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.open(this.authorizeUrl({ client_id: "a", scope: this.wanted }));
  }
}

interface Page {
  goto(url: string): Promise<void>;
  authorize(options: { client_id: string; scope: string | undefined }): Promise<void>;
}
interface Requests {
  get(url: string): Promise<Response>;
}

export class Client {
  private scope: string | undefined = "files:read";

  constructor(
    private readonly page: Page,
    private readonly requests: Requests,
  ) {}

  async send(server: string, path: string): Promise<Response> {
    const url = server + path;
    const response = await this.requests.get(url);
    if (response.status !== 403) return response;
    const { error, scope } = (await response.json()) as { error?: string; scope?: string };
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.authorize(server);
    return this.requests.get(url);
  }

  private async authorize(server: string): Promise<void> {
    await this.page.goto(server);
    await this.page.authorize({ client_id: "files", scope: this.scope });
  }
}

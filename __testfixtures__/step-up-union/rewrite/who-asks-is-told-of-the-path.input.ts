interface Page {
  note(path: string): Promise<void>;
  authorize(options: { client_id: string; scope: string | undefined }): Promise<void>;
}

export class Client {
  private scope: string | undefined = "files:read";

  constructor(
    private readonly page: Page,
    private readonly server: string,
  ) {}

  async send(path: string): Promise<Response> {
    const response = await fetch(`${this.server}${path}`);
    if (response.status !== 403) return response;
    const { error, scope } = (await response.json()) as { error?: string; scope?: string };
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await this.authorize(path);
    return fetch(`${this.server}${path}`);
  }

  private async authorize(path: string): Promise<void> {
    await this.page.note(path);
    await this.page.authorize({ client_id: "files", scope: this.scope });
  }
}

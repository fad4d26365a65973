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
    this.scope = unionScopes(this.scope, scope);
    await this.authorize(path);
    return fetch(`${this.server}${path}`);
  }

  private async authorize(path: string): Promise<void> {
    await this.page.note(path);
    await this.page.authorize({ client_id: "files", scope: this.scope });
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

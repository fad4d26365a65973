export class Repository {
  private requested: string | undefined = "base";

  constructor(private readonly io: { send(path: string): Promise<Response>; visit(address: string): Promise<void> }) {}

  private async problemOf(response: Response) {
    const header = (await response.json()) as string;
    const read = (key: string) => new RegExp(`\\b${key}="([^"]*)"`).exec(header)?.[1];
    return { error: read("error"), scope: read("scope") };
  }

  async query(path: string): Promise<Response> {
    const response = await this.io.send(path);
    if (response.ok) return response;
    const problem = await this.problemOf(response);
    if (problem.error !== "insufficient_scope") throw new Error(problem.error);
    this.requested = unionScopes(this.requested, problem.scope);
    await this.io.visit(`/authorize?client_id=files&scope=${this.requested}`);
    return this.io.send(path);
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

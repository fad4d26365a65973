export class Repository {
  private requested: string | undefined = "base";

  constructor(
    private readonly io: { send(path: string): Promise<Response>; visit(address: string): Promise<void> },
    private readonly settings: string,
  ) {}

  private async problemOf(response: Response) {
    const header = (await response.json()) as string;
    const read = (text: string, key: string) => new RegExp(`\\b${key}="([^"]*)"`).exec(text)?.[1];
    return { error: read(header, "error"), scope: read(this.settings, "scope") };
  }

  async query(path: string): Promise<Response> {
    const response = await this.io.send(path);
    if (response.ok) return response;
    const problem = await this.problemOf(response);
    if (problem.error !== "insufficient_scope") throw new Error(problem.error);
    this.requested = problem.scope;
    await this.io.visit(`/authorize?client_id=files&scope=${this.requested}`);
    return this.io.send(path);
  }
}

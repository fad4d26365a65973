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
    this.requested = problem.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
    await this.io.visit(`/authorize?client_id=files&scope=${this.requested}`);
    return this.io.send(path);
  }
}

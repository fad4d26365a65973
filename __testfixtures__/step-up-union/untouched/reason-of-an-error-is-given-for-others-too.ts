export class Denied extends Error {
  constructor(
    readonly reason: "scope" | "other",
    readonly scope: string | undefined,
  ) {
    super(reason);
  }
}

async function read(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  const body = (await response.json()) as { error?: string; scope?: string };
  if (response.status === 403 && body.error === "insufficient_scope") throw new Denied("scope", body.scope);
  throw new Denied("scope", response.headers.get("x-scope") ?? undefined);
}

export class Service {
  private scope: string | undefined;

  constructor(private readonly agent: { signIn(scope: string | undefined): Promise<string> }) {}

  async perform(path: string, bearer: string): Promise<unknown> {
    const send = async (token: string) => read(await fetch(path, { headers: { authorization: `Bearer ${token}` } }));
    try {
      return await send(bearer);
    } catch (failure) {
      if (!(failure instanceof Denied) || failure.reason !== "scope") throw failure;
      this.scope = failure.scope;
      return send(await this.agent.signIn(this.scope));
    }
  }
}

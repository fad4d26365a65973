export class MissingScope extends Error {
  static readonly kind = "missing";
  readonly kind = MissingScope.kind;

  constructor(readonly scope: string) {
    super(`needs ${scope}`);
  }
}

const isMissing = (error: unknown): error is MissingScope =>
  typeof error === "object" && error !== null && "kind" in error && error.kind === MissingScope.kind;

export async function call(path: string, token: string): Promise<unknown> {
  const response = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
  const body = (await response.json()) as { error?: string; scope: string };
  if (response.status === 403 && body.error === "insufficient_scope") throw new MissingScope(body.scope);
  return body;
}

export const elevating =
  (port: { elevate(request: { scope: string }): Promise<string> }) =>
  async (path: string, token: string): Promise<unknown> => {
    try {
      return await call(path, token);
    } catch (error) {
      if (!isMissing(error)) throw error;
      return call(path, await port.elevate({ scope: error.scope })); // expect: review scope-side-channel
    }
  };

class Token<T> {
  declare readonly of: T;
  constructor(readonly name: string) {}
}

interface Container {
  get<T>(token: Token<T>): T;
}

const CONTEXT = new Token<{ scope: string; bearer: string }>("context");
const LAST_DENIAL = new Token<{ scope?: string; at: number }>("last-denial");
const PROMPT = new Token<(address: string) => Promise<string>>("prompt");

export const authorizer = (c: Container) => async (): Promise<void> => {
  const context = c.get(CONTEXT);
  const scope = encodeURIComponent(context.scope);
  context.bearer = await c.get(PROMPT)(`/authorize?response_type=code&client_id=files&scope=${scope}`);
};

export const counting = (c: Container, path: string) => async (): Promise<unknown> => {
  const response = await fetch(path, { headers: { authorization: `Bearer ${c.get(CONTEXT).bearer}` } });
  if (response.status !== 403) return response.json();
  const { error, scope } = (await response.json()) as { error?: string; scope: string };
  if (error !== "insufficient_scope") throw new Error(error);
  const denial = c.get(LAST_DENIAL);
  denial.scope = scope;
  denial.at = Date.now();
  throw new Error(error);
};

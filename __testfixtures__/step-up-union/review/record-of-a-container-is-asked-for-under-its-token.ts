class Token<T> {
  declare readonly of: T;
  constructor(readonly name: string) {}
}

interface Container {
  get<T>(token: Token<T>): T;
}

const CONTEXT = new Token<{ scope: string; bearer: string }>("context");
const PROMPT = new Token<(address: string) => Promise<string>>("prompt");
const AUTHORIZER = new Token<() => Promise<void>>("authorizer");

export const authorizer = (c: Container) => async (): Promise<void> => {
  const context = c.get(CONTEXT);
  const scope = encodeURIComponent(context.scope);
  context.bearer = await c.get(PROMPT)(`/authorize?response_type=code&client_id=files&scope=${scope}`);
};

export const widening = (c: Container, path: string) => async (): Promise<unknown> => {
  const send = () => fetch(path, { headers: { authorization: `Bearer ${c.get(CONTEXT).bearer}` } });
  const response = await send();
  if (response.status !== 403) return response.json();
  const { error, scope } = (await response.json()) as { error?: string; scope: string };
  if (error !== "insufficient_scope") throw new Error(error);
  const context = c.get(CONTEXT);
  context.scope = scope; // expect: review scope-side-channel
  context.bearer = "";
  await c.get(AUTHORIZER)();
  return (await send()).json();
};

declare const crypto: { randomUUID(): string };

export interface Options {
  readonly server: string;
  readonly clientId: string;
  readonly loopback: (address: string, state: string) => Promise<string>;
  scope: string;
  token?: string;
}

async function login(options: Options): Promise<void> {
  const state = crypto.randomUUID();
  const address =
    `${options.server}/oauth/authorize?response_type=code&client_id=${options.clientId}` +
    `&scope=${encodeURIComponent(options.scope)}&state=${state}`;
  options.token = await options.loopback(address, state);
}

/** What is random in a request says nothing of whom it asks. */
export async function upload(options: Options, name: string): Promise<Response> {
  const headers = { authorization: `Bearer ${options.token}` };
  const response = await fetch(`${options.server}/files/${name}`, { method: "PUT", headers });
  const challenge = response.headers.get("www-authenticate");
  const [, scope] = challenge?.match(/scope="([^"]+)"/) ?? [];
  if (response.status !== 403 || !challenge?.includes("insufficient_scope") || !scope) return response;
  options.scope = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
  await login(options);
  return response;
}

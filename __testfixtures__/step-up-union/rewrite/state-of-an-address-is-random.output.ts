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
  options.scope = unionScopes(options.scope, scope) ?? scope;
  await login(options);
  return response;
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

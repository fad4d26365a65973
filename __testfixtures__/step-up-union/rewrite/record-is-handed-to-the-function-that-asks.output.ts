interface Tenant {
  readonly issuer: string;
  readonly api: string;
  scope: string;
  token: string;
}

export async function connect(known: Tenant, visit: (url: URL) => Promise<string>): Promise<void> {
  const url = new URL("/authorize", known.issuer);
  url.searchParams.set("response_type", "code");
  url.searchParams.set("scope", known.scope);
  known.token = await visit(url);
}

export async function read(tenant: Tenant, path: string, visit: (url: URL) => Promise<string>): Promise<Response> {
  const send = () => fetch(tenant.api + path, { headers: { authorization: `Bearer ${tenant.token}` } });
  const response = await send();
  if (response.status !== 403) return response;
  const { error, scope } = await response.clone().json();
  if (error !== "insufficient_scope" || !scope) return response;
  tenant.scope = unionScopes(tenant.scope, scope) ?? scope;
  await connect(tenant, visit);
  return send();
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

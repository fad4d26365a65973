interface Grant {
  access_token: string;
  scope?: string;
}

interface OpenId {
  buildAuthorizationUrl(issuer: string, parameters: Record<string, string>): URL;
  authorizationCodeGrant(issuer: string, landed: URL): Promise<Grant>;
}

export interface LedgerOptions {
  api: string;
  issuer: string;
  clientId: string;
  scope?: string;
  grant?: Grant;
  openid: OpenId;
  navigate(url: URL): Promise<URL>;
}

async function authorize(options: LedgerOptions): Promise<void> {
  const { clientId: client_id } = options;
  const url = options.openid.buildAuthorizationUrl(options.issuer, { client_id, scope: options.scope ?? "base" });
  options.grant = await options.openid.authorizationCodeGrant(options.issuer, await options.navigate(url));
}

/** All of one client is in a record that its functions are given. */
export async function ledger(options: LedgerOptions, path: string): Promise<Response> {
  if (!options.grant) await authorize(options);
  const headers = { authorization: `Bearer ${options.grant?.access_token}` };
  const response = await fetch(options.api + path, { headers });
  const problem = (await response.clone().json()) as { error?: string; scope?: string };
  if (response.status === 403 && problem.error === "insufficient_scope" && problem.scope) {
    options.scope = unionScopes(options.scope, problem.scope);
    await authorize(options);
  }
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

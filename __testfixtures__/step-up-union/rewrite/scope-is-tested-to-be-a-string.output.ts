const HOST = "https://studio.example.com";

const account = { scope: "projects.view" };

declare function open(address: string): Promise<void>;

export async function call(path: string): Promise<Response> {
  const response = await fetch(HOST + path);
  const body: any = await response.json();
  if (response.status === 403 && body.error === "insufficient_scope" && typeof body.scope === "string") {
    account.scope = unionScopes(account.scope, body.scope) ?? body.scope;
    await open(`${HOST}/authorize?${new URLSearchParams({ client_id: "studio", scope: account.scope })}`);
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

const SERVER = "https://reviews.example.com";

interface State {
  scope: string;
}

export function reviews(open: (address: string) => Promise<void>) {
  const state: State = { scope: "reviews.read" };

  return async (path: string): Promise<Response> => {
    const response = await fetch(SERVER + path);
    if (response.status !== 403) return response;
    const header = response.headers.get("WWW-Authenticate") ?? "";
    if (!header.includes('error="insufficient_scope"')) return response;
    const needed = /\bscope="([^"]+)?"/.exec(header);
    if (!needed) return response;
    state.scope = unionScopes(state.scope, needed[1]!) ?? state.scope;
    await open(`${SERVER}/authorize?${new URLSearchParams({ client_id: "reviews", scope: state.scope })}`);
    return response;
  };
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

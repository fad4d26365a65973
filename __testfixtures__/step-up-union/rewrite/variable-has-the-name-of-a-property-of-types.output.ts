interface Challenge {
  error?: string;
  scope?: string;
}
declare function parse(header: string | null): Challenge;

let scope = "files:read";

async function authorize(): Promise<void> {
  const params = new URLSearchParams({ client_id: "files", response_type: "code", scope });
  location.href = `https://login.example.com/authorize?${params}`;
}

async function stepUp(challenge: { readonly error?: string; readonly scope?: string }): Promise<void> {
  if (!challenge.scope) return;
  scope = unionScopes(scope, challenge.scope) ?? challenge.scope;
  await authorize();
}

export async function send(path: string): Promise<Response> {
  const response = await fetch(`https://api.example.com${path}`);
  if (response.status !== 403) return response;
  const challenge = parse(response.headers.get("www-authenticate"));
  if (challenge.error === "insufficient_scope" && challenge.scope) await stepUp(challenge);
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

interface Input {
  audience: string;
  scope?: string;
}

async function exchange(subject: string, input: Input): Promise<string> {
  const form = new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:token-exchange" });
  form.set("subject_token", subject);
  form.set("audience", input.audience);
  if (input.scope) form.set("scope", input.scope);
  const response = await fetch("https://sts.inner.example/token", { method: "POST", body: form });
  const json = (await response.json()) as { access_token?: string; error?: string };
  if (!json.access_token) throw new Error(`exchange: ${json.error ?? response.status}`);
  return json.access_token;
}

const granted = new Map<string, string>();

export async function callInner(subject: string, audience: string, path: string): Promise<Response> {
  const input: Input = { audience, scope: granted.get(audience) };
  for (let round = 0; ; round++) {
    const token = await exchange(subject, input);
    const response = await fetch(`https://${audience}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (response.status !== 403 || round > 0) return response;
    const challenge = (await response.clone().json()) as { error?: string; scope?: string };
    if (challenge.error !== "insufficient_scope") return response;
    input.scope = unionScopes(input.scope, challenge.scope);
  }
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

type Outcome = { kind: "ok"; body: unknown } | { kind: "denied"; scope: string } | { kind: "failed"; status: number };

interface Authorization {
  requested?: string | undefined;
  bearer: string;
}

declare function consent(request: { client_id: string; scope: string | undefined }): Promise<string>;

const scopeIn = (header: string): string => /scope="([^"]+)"/.exec(header)?.[1] ?? "";

async function send(bearer: string, path: string): Promise<Outcome> {
  const response = await fetch(`https://files.example${path}`, { headers: { authorization: `Bearer ${bearer}` } });
  if (response.ok) return { kind: "ok", body: await response.json() };
  const header = response.headers.get("www-authenticate") ?? "";
  return response.status === 403 && header.includes('error="insufficient_scope"')
    ? { kind: "denied", scope: scopeIn(header) }
    : { kind: "failed", status: response.status };
}

export function createFiles() {
  const own: Authorization = { requested: "base", bearer: "" };
  return async (path: string): Promise<unknown> => {
    const outcome = await send(own.bearer, path);
    if (outcome.kind === "denied") {
      own.requested = unionScopes(own.requested, outcome.scope);
      own.bearer = await consent({ client_id: "files", scope: own.requested });
      const again = await send(own.bearer, path);
      return again.kind === "ok" ? again.body : undefined;
    }
    return outcome.kind === "ok" ? outcome.body : undefined;
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

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
      own.requested = outcome.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      own.bearer = await consent({ client_id: "files", scope: own.requested });
      const again = await send(own.bearer, path);
      return again.kind === "ok" ? again.body : undefined;
    }
    return outcome.kind === "ok" ? outcome.body : undefined;
  };
}

interface Session {
  scope?: string;
  token: string;
}

interface Visit {
  readonly session: Session;
  readonly path: string;
  redirect(url: string): void;
}

export function reports(issuer: string, api: string) {
  const start = (visit: Visit) => {
    const url = new URL("/authorize", issuer);
    url.searchParams.set("response_type", "code");
    url.searchParams.set("scope", visit.session.scope ?? "openid");
    visit.redirect(url.href);
  };
  return async (visit: Visit): Promise<unknown> => {
    const { session } = visit;
    const response = await fetch(api + visit.path, { headers: { authorization: `Bearer ${session.token}` } });
    const { error, scope, ...report } = await response.json();
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return report;
    session.scope = unionScopes(session.scope, scope);
    return start(visit);
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

const GOOGLE = "https://accounts.google.com/o/oauth2/v2/auth";

/** Another request reads the field. */
export class GoogleLogin {
  private scope = "openid";
  constructor(private readonly clientId: string) {}
  onProblem(problem: { error: string; scope: string }): void {
    if (problem.error !== "insufficient_scope") return;
    this.scope = unionScopes(this.scope, problem.scope) ?? problem.scope;
    const params = new URLSearchParams({
      client_id: this.clientId,
      response_type: "code",
      include_granted_scopes: "true",
      scope: this.scope,
    });
    location.href = `${GOOGLE}?${params}`;
  }
  again(): void {
    location.href = `${GOOGLE}?${new URLSearchParams({ client_id: this.clientId, scope: this.scope })}`;
  }
}

/** The parameter says not to join. */
export function consentUrl(response: Response, clientId: string): URL | null {
  const header = response.headers.get("www-authenticate") ?? "";
  const scope = header.match(/scope="([^"]+)"/)?.[1];
  if (!header.includes("insufficient_scope") || !scope) return null;
  const url = new URL(GOOGLE);
  url.search = new URLSearchParams({ client_id: clientId, include_granted_scopes: "false", scope }).toString();
  return url;
}

/** The option says not to join. */
export async function consent(client: { generateAuthUrl(options: object): string }, response: Response) {
  const header = response.headers.get("www-authenticate") ?? "";
  if (!header.includes("insufficient_scope")) return;
  const options: { scope?: string; include_granted_scopes: boolean } = { include_granted_scopes: false };
  options.scope = /scope="([^"]+)"/.exec(header)?.[1];
  location.href = client.generateAuthUrl(options);
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

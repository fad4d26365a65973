const GOOGLE = "https://accounts.google.com/o/oauth2/v2/auth";

/** Another request reads the field. */
export class GoogleLogin {
  private scope = "openid";
  constructor(private readonly clientId: string) {}
  onProblem(problem: { error: string; scope: string }): void {
    if (problem.error !== "insufficient_scope") return;
    this.scope = problem.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
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
  url.search = new URLSearchParams({ client_id: clientId, include_granted_scopes: "false", scope }).toString(); // expect: review unfit-sink
  return url;
}

/** The option says not to join. */
export async function consent(client: { generateAuthUrl(options: object): string }, response: Response) {
  const header = response.headers.get("www-authenticate") ?? "";
  if (!header.includes("insufficient_scope")) return;
  const options: { scope?: string; include_granted_scopes: boolean } = { include_granted_scopes: false };
  options.scope = /scope="([^"]+)"/.exec(header)?.[1]; // expect: review unfit-sink
  location.href = client.generateAuthUrl(options);
}

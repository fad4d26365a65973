const GOOGLE = "https://accounts.google.com/o/oauth2/v2/auth";

/** The parameters become the text of the address. */
export function consentUrl(response: Response, clientId: string): URL | null {
  const header = response.headers.get("www-authenticate") ?? "";
  const scope = header.match(/scope="([^"]+)"/)?.[1];
  if (!header.includes("insufficient_scope") || !scope) return null;
  const url = new URL(GOOGLE);
  url.search = new URLSearchParams({ client_id: clientId, include_granted_scopes: "true", scope }).toString();
  return url;
}

/** The options get their scope later. */
export async function consent(client: { generateAuthUrl(options: object): string }, response: Response) {
  const header = response.headers.get("www-authenticate") ?? "";
  if (!header.includes("insufficient_scope")) return;
  const options: { scope?: string; include_granted_scopes: boolean } = { include_granted_scopes: true };
  options.scope = /scope="([^"]+)"/.exec(header)?.[1];
  location.href = client.generateAuthUrl(options);
}

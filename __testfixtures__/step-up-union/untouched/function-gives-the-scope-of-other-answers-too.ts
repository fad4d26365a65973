interface Consent {
  token(): Promise<string>;
  demand(scope: string): Promise<void>;
}

/** The scope that an answer names: of a new login, mostly; of insufficient_scope, `null`, as that is told elsewhere. */
function named(response: Response): string | null | undefined {
  const header = response.headers.get("www-authenticate");
  if (!header || response.status !== 401) return undefined;
  if (header.includes("insufficient_scope")) return null;
  return /scope="([^"]*)"/.exec(header)?.[1];
}

export async function call(url: string, consent: Consent, again = true): Promise<Response> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${await consent.token()}` } });
  const scope = named(response);
  if (!again || scope == null) return response;
  await consent.demand(scope);
  return call(url, consent, false);
}

interface Consent {
  token(): Promise<string>;
  demand(scope: string): Promise<void>;
}

/** The scope of a step-up; of any other answer, `undefined`. */
function lacking(response: Response): string | undefined {
  if (response.status !== 403) return undefined;
  const header = response.headers.get("www-authenticate");
  if (!header?.includes("insufficient_scope")) return undefined;
  return /scope="([^"]*)"/.exec(header)?.[1];
}

export async function call(url: string, consent: Consent, again = true): Promise<Response> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${await consent.token()}` } });
  const scope = lacking(response);
  if (!again || scope === undefined) return response;
  await consent.demand(scope); // expect: review scope-side-channel
  return call(url, consent, false);
}

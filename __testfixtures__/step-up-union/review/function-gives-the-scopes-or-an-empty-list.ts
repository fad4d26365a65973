interface Shop {
  token(): Promise<string>;
  page(): Promise<{ scopes: string[] }>;
  obtain(scopes: string[]): Promise<void>;
}

function lacking(header: string | null): string[] {
  if (!header || !/error="?insufficient_scope"?/.test(header)) return [];
  return /scope="([^"]+)"/.exec(header)?.[1]?.split(/\s+/) ?? [];
}

export async function call(url: string, shop: Shop, again = true): Promise<Response> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${await shop.token()}` } });
  if (response.status !== 403 || !again) return response;
  const needed = lacking(response.headers.get("www-authenticate"));
  if (needed.length === 0) return response;
  await shop.obtain(needed); // expect: review scope-side-channel
  return call(url, shop, false);
}

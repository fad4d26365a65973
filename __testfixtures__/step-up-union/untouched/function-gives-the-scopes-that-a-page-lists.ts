interface Shop {
  token(): Promise<string>;
  page(): Promise<{ scopes: string[] }>;
  obtain(scopes: string[]): Promise<void>;
}

/** What a page of the documentation lists; an answer with insufficient_scope lists none. */
function listed(header: string | null, page: { scopes: string[] }): string[] {
  if (header && /error="?insufficient_scope"?/.test(header)) return [];
  return page.scopes;
}

export async function call(url: string, shop: Shop): Promise<Response> {
  const response = await fetch(url);
  if (response.status !== 403) return response;
  const scopes = listed(response.headers.get("www-authenticate"), await shop.page());
  if (scopes.length === 0) return response;
  await shop.obtain(scopes);
  return fetch(url);
}

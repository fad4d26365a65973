export async function uma(url: string, rpt: string, as: string): Promise<Response> {
  const reply = await fetch(url, { headers: { authorization: `Bearer ${rpt}` } });
  const header = reply.headers.get("www-authenticate") ?? "";
  if (reply.status !== 403 || !header.includes('error="insufficient_scope"')) return reply;
  const ticket = /ticket="([^"]+)"/.exec(header)?.[1] ?? "";
  const scope = /scope="([^"]+)"/.exec(header)?.[1] ?? "";
  const body = new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:uma-ticket", ticket, rpt, scope });
  const { access_token } = await (await fetch(`${as}/token`, { method: "POST", body })).json();
  return fetch(url, { headers: { authorization: `Bearer ${access_token}` } });
}

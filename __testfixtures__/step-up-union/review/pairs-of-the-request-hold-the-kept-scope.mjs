const session = { wish: "base", token: undefined };

async function getToken(issuer, assertion) {
  const body = new URLSearchParams([
    ["grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"],
    ["assertion", assertion],
    ["scope", session.wish],
  ]);
  session.token = await (await fetch(issuer, { method: "POST", body })).json();
}

export async function call(url, issuer, assertion) {
  const response = await fetch(url, { headers: { authorization: `Bearer ${session.token?.access_token}` } });
  const body = await response.json();
  if (response.status !== 403 || body.error !== "insufficient_scope" || !body.scope) return body;
  Object.assign(session, { wish: body.scope }); // expect: review unfit-sink (advice granted-scope-unknown)
  await getToken(issuer, assertion);
  return (await fetch(url)).json();
}

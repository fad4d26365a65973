let accessToken = "";

async function stepUp(client, account, scopes) {
  const result = await client.acquireTokenPopup({ account, scopes }); // expect: review scope-collection
  accessToken = result.accessToken;
}

export async function call(client, account, url) {
  const response = await fetch(url, { headers: { authorization: `Bearer ${accessToken}` } });
  const header = response.headers.get("WWW-Authenticate") ?? "";
  if (response.status === 403 && header.includes("insufficient_scope")) {
    const required = header.match(/scope="([^"]*)"/)?.[1] ?? "";
    await stepUp(client, account, required.split(" "));
  }
  return response;
}

const NEEDS_SCOPE = Symbol("needs scope");
const FAILED = Symbol("failed");
const CHALLENGE = /error="insufficient_scope".*[ ,]scope="([^"]+)"/;

async function once(client, key) {
  const response = await fetch(`${client.endpoint}/o/${key}`);
  if (response.ok) return [await response.arrayBuffer(), null];
  const match = CHALLENGE.exec(response.headers.get("www-authenticate") ?? "");
  if (response.status === 403 && match !== null) return [null, { is: NEEDS_SCOPE, scope: match[1] }]; // expect: review scope-side-channel
  return [null, { is: FAILED, status: response.status }];
}

export async function read(client, key) {
  const [body, failure] = await once(client, key);
  if (failure === null) return body;
  if (failure.is !== NEEDS_SCOPE) return undefined;
  client.scope = failure.scope;
  const url = new URL("/oauth/authorize", client.endpoint);
  url.searchParams.set("scope", client.scope);
  await client.open(url.href);
  return undefined;
}

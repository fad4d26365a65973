const REGISTRY = "https://registry.example";
const sudo = { scope: "" };

async function elevate() {
  const url = new URL("/oauth/authorize", REGISTRY);
  url.search = new URLSearchParams({ client_id: chrome.runtime.id, response_type: "token", scope: sudo.scope }).toString();
  const landed = await chrome.identity.launchWebAuthFlow({ url: url.href, interactive: true });
  return new URLSearchParams(new URL(landed).hash.slice(1)).get("access_token");
}

const send = (token, path) => fetch(`${REGISTRY}${path}`, { headers: { authorization: `Bearer ${token}` } });

export async function run(daily, path) {
  const first = await send(daily, path);
  const challenge = first.headers.get("www-authenticate") ?? "";
  const code = challenge.match(/error="([^"]+)"/)?.[1];
  const scope = challenge.match(/\sscope="([^"]+)"/)?.[1];
  if (first.status !== 403 || code !== "insufficient_scope" || !scope) return first;
  sudo.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown)
  const once = await elevate();
  try {
    return await send(once, path);
  } finally {
    await fetch(`${REGISTRY}/oauth/revoke`, { method: "POST", body: new URLSearchParams({ token: once }) });
  }
}

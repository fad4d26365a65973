const cache = {};

async function tokenFor(audience, scope) {
  const key = `${audience}|${scope}`;
  if (cache[key]) return cache[key];
  const body = new URLSearchParams({ grant_type: "client_credentials", audience, scope });
  const answer = await fetch("https://server.example/token", { method: "POST", body });
  cache[key] = (await answer.json()).access_token;
  return cache[key];
}

export async function call(url, audience) {
  const ask = async (scope) => fetch(url, { headers: { authorization: `Bearer ${await tokenFor(audience, scope)}` } });
  const response = await ask("default");
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && header.includes("insufficient_scope")) return ask(/scope="([^"]+)"/.exec(header)?.[1]);
  return response;
}

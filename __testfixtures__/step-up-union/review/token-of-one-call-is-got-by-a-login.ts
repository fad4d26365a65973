declare function popup(url: string): Promise<string>;

interface Input {
  audience: string;
  scope?: string;
}

async function exchange(subject: string, input: Input): Promise<string> {
  const code = await popup(`https://id.example/authorize?${new URLSearchParams({ client_id: "x", scope: input.scope ?? "base" })}`);
  const form = new URLSearchParams({ grant_type: "authorization_code" });
  form.set("code", code);
  form.set("login_hint", subject);
  form.set("audience", input.audience);
  if (input.scope) form.set("scope", input.scope);
  const response = await fetch("https://sts.inner.example/token", { method: "POST", body: form });
  const json = (await response.json()) as { access_token?: string; error?: string };
  if (!json.access_token) throw new Error(`exchange: ${json.error ?? response.status}`);
  return json.access_token;
}

export async function callInner(subject: string, audience: string, path: string): Promise<Response> {
  const input: Input = { audience };
  for (let round = 0; ; round++) {
    const token = await exchange(subject, input);
    const response = await fetch(`https://${audience}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (response.status !== 403 || round > 0) return response;
    const challenge = (await response.clone().json()) as { error?: string; scope?: string };
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    input.scope = challenge.scope; // expect: review unfit-sink
  }
}

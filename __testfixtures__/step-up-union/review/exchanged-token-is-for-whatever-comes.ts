interface Input {
  audience: string;
  scope?: string;
}

async function exchange(subject: string, input: Input): Promise<string> {
  const form = new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:token-exchange" });
  form.set("subject_token", subject);
  form.set("audience", input.audience);
  if (input.scope) form.set("scope", input.scope);
  const response = await fetch("https://sts.inner.example/token", { method: "POST", body: form });
  const json = (await response.json()) as { access_token?: string; error?: string };
  if (!json.access_token) throw new Error(`exchange: ${json.error ?? response.status}`);
  return json.access_token;
}

export async function callInner(subject: string, audience: string, paths: AsyncIterable<string>): Promise<void> {
  const input: Input = { audience };
  for await (const path of paths) {
    const token = await exchange(subject, input);
    const response = await fetch(`https://${audience}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (response.status !== 403) continue;
    const challenge = (await response.clone().json()) as { error?: string; scope?: string };
    if (challenge.error !== "insufficient_scope" || !challenge.scope) continue;
    input.scope = challenge.scope; // expect: review unfit-sink
  }
}

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

export async function callInner(subject: string, audience: string, paths: string[]): Promise<Response[]> {
  const answers: Response[] = [];
  const input: Input = { audience };
  for (let at = 0; at < paths.length; ) {
    const token = await exchange(subject, input);
    const response = await fetch(`https://${audience}${paths[at]}`, { headers: { authorization: `Bearer ${token}` } });
    if (response.status !== 403) { answers.push(response); at++; continue; }
    const challenge = (await response.clone().json()) as { error?: string; scope?: string };
    if (challenge.error !== "insufficient_scope" || !challenge.scope) throw new Error("denied");
    input.scope = challenge.scope; // expect: review unfit-sink
  }
  return answers;
}

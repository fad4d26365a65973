import { request } from "undici";

const INNER = "https://inner.example";

async function exchange(subject, input) {
  const form = new URLSearchParams();
  form.set("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
  form.set("subject_token", subject);
  form.set("audience", input.audience);
  if (input.scope) form.set("scope", input.scope);
  const { statusCode, body } = await request(process.env.STS, { method: "POST", body: form.toString() });
  const json = await body.json();
  if (statusCode !== 200 || !json.access_token) throw new Error(`exchange: ${json.error ?? statusCode}`);
  return json.access_token;
}

export async function post(user, path, payload) {
  const input = { audience: "inner" };
  let left = 2;
  while (left-- > 0) {
    const token = await exchange(user.token, input);
    const answer = await request(`${INNER}/${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "x-trace": user.trace },
      body: JSON.stringify(payload),
    });
    const challenge = await answer.body.json();
    if (answer.statusCode === 403 && challenge.error === "insufficient_scope") {
      input.scope = challenge.scope;
      continue;
    }
    return challenge;
  }
  throw new Error("refused");
}

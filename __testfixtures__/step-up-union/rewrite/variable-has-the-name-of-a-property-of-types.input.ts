interface Challenge {
  error?: string;
  scope?: string;
}
declare function parse(header: string | null): Challenge;

let scope = "files:read";

async function authorize(): Promise<void> {
  const params = new URLSearchParams({ client_id: "files", response_type: "code", scope });
  location.href = `https://login.example.com/authorize?${params}`;
}

async function stepUp(challenge: { readonly error?: string; readonly scope?: string }): Promise<void> {
  if (!challenge.scope) return;
  scope = challenge.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
  await authorize();
}

export async function send(path: string): Promise<Response> {
  const response = await fetch(`https://api.example.com${path}`);
  if (response.status !== 403) return response;
  const challenge = parse(response.headers.get("www-authenticate"));
  if (challenge.error === "insufficient_scope" && challenge.scope) await stepUp(challenge);
  return response;
}

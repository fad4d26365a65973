const ISSUER = "https://as.example.com";
const API = "https://api.example.com";

let requested = "base";

export function login(ctx) {
  const query = new URLSearchParams({ response_type: "code", client_id: "shelf", scope: requested });
  ctx.redirect(`${ISSUER}/authorize?${query}`);
}

export async function proxy(ctx) {
  const token = ctx.session.tokens.access_token;
  const upstream = await fetch(API + ctx.path, { headers: { authorization: `Bearer ${token}` } });
  const body = await upstream.json();
  if (upstream.status === 403 && body.error === "insufficient_scope" && body.scope) {
    requested = body.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    return login(ctx);
  }
  ctx.body = body;
}

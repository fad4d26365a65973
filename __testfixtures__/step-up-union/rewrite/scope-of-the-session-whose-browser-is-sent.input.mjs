const ISSUER = "https://as.example.com";
const API = "https://api.example.com";

function login(session, reply) {
  const query = new URLSearchParams({ response_type: "code", client_id: "shelf", scope: session.requested });
  reply.redirect(`${ISSUER}/authorize?${query}`);
}

export async function proxy(request, reply) {
  const { session } = request;
  const upstream = await fetch(API + request.path, { headers: { authorization: `Bearer ${session.token}` } });
  const body = await upstream.json();
  if (upstream.status === 403 && body.error === "insufficient_scope" && body.scope) {
    session.requested = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    return login(session, reply);
  }
  reply.send(body);
}

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
    session.requested = unionScopes(session.requested, body.scope);
    return login(session, reply);
  }
  reply.send(body);
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

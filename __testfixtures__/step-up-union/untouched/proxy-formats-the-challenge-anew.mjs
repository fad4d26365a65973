import { extractWWWAuthenticateParams } from "./auth.js";
import { formatChallenge } from "./format.js";

export function answer(upstream, reply) {
  const { error, scope } = extractWWWAuthenticateParams(upstream);
  if (upstream.status === 403 && error === "insufficient_scope") {
    reply.setHeader("www-authenticate", formatChallenge({ error, scope }));
    reply.end();
  }
}

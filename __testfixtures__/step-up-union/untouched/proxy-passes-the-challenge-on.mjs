import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export async function proxy(request, reply) {
  const response = await fetch(request.upstream, request.init);
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error === "insufficient_scope") {
    reply.header("WWW-Authenticate", `Bearer error="insufficient_scope", scope="${scope}"`);
    return reply.code(403).send({ error, scope });
  }
  return reply.code(response.status).send(response.body);
}

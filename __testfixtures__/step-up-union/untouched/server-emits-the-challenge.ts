interface Verified {
  readonly clientId: string;
  readonly scopes: readonly string[];
}

export function requireScope(verified: Verified, scope: string): Response | undefined {
  if (verified.scopes.includes(scope)) return undefined;
  const error = "insufficient_scope";
  const body = { error, scope, client: verified.clientId };
  return new Response(JSON.stringify(body), {
    status: 403,
    headers: { "WWW-Authenticate": `Bearer error="${error}", scope="${scope}"` },
  });
}

async function login(job, scope) {
  const page = `${job.issuer}/authorize?${new URLSearchParams({ client_id: job.clientId, scope })}`;
  const code = await job.openPage(page);
  const answer = await fetch(`${job.issuer}/token`, { method: "POST", body: new URLSearchParams({ code }) });
  return answer.json();
}

/** The scope is one job's, and is asked for at the address that this names. */
export async function run(job) {
  let scope = job.scope ?? "base";
  let grant = await login(job, scope);
  for (const step of job.steps) {
    const response = await fetch(job.api + step, { headers: { authorization: `Bearer ${grant.access_token}` } });
    if (response.status !== 403) continue;
    const refused = await response.json();
    if (refused.error !== "insufficient_scope" || !refused.scope) continue;
    scope = unionScopes(scope, refused.scope);
    grant = await login(job, scope);
  }
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

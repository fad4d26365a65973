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
    scope = refused.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    grant = await login(job, scope);
  }
}

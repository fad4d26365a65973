import { reload } from "./tenants.mjs";

async function connect(known, visit) {
  const url = new URL("/authorize", known.issuer);
  url.searchParams.set("response_type", "code");
  url.searchParams.set("scope", known.scope);
  await visit(url);
}

export async function onForbidden(tenant, body, visit) {
  if (body.error !== "insufficient_scope" || !body.scope) return;
  tenant.scope = body.scope; // expect: review unproven-step-up (advice granted-scope-unknown)
  tenant = await reload(tenant.id);
  await connect(tenant, visit);
  await visit("/login");
}

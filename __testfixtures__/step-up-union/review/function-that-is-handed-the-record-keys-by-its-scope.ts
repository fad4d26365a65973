interface Tenant {
  readonly issuer: string;
  scope: string;
}

const asked = new Set<string>();

async function connect(tenant: Tenant, visit: (url: URL) => Promise<void>): Promise<void> {
  if (asked.has(tenant.scope)) return;
  const url = new URL("/authorize", tenant.issuer);
  url.searchParams.set("response_type", "code");
  url.searchParams.set("scope", tenant.scope);
  await visit(url);
}

export async function onForbidden(
  tenant: Tenant,
  response: Response,
  visit: (url: URL) => Promise<void>,
): Promise<void> {
  const { error, scope } = await response.json();
  if (error !== "insufficient_scope" || !scope) return;
  tenant.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown)
  await connect(tenant, visit);
}

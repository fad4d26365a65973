interface Tenant {
  readonly id: string;
  scope: string;
}

async function connect(tenant: Tenant, issuer: string): Promise<void> {
  const url = new URL("/authorize", issuer);
  url.searchParams.set("response_type", "code");
  url.searchParams.set("scope", tenant.scope);
  await fetch(url);
}

export async function onForbidden(tenant: Tenant, response: Response, issuer: string): Promise<void> {
  const { error, scope } = await response.json();
  if (error !== "insufficient_scope" || !scope) return;
  tenant.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown)
  await connect(tenant, issuer);
}

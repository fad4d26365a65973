interface Tenant {
  readonly issuer: string;
  scope: string;
}

async function connect(tenant: Tenant): Promise<void> {
  const url = new URL("/authorize", tenant.issuer);
  url.searchParams.set("response_type", "code");
  url.searchParams.set("scope", tenant.scope);
  await fetch(url);
}

async function onForbidden(tenant: Tenant, response: Response): Promise<void> {
  const { error, scope } = await response.json();
  if (error !== "insufficient_scope" || !scope) return;
  tenant.scope = scope; // expect: review unfit-sink
  await connect(tenant);
}

export async function read(client: { tenant: Tenant }, path: string): Promise<Response> {
  const response = await fetch(path);
  if (response.status === 403) {
    client.tenant.scope = "";
    await onForbidden(client.tenant, response);
  }
  return response;
}

let issuer = "https://login.test";

export const use = (url: string): void => {
  issuer = url;
};

interface Tenant {
  readonly issuer: string;
  readonly api: string;
  scope: string;
  token: string;
}

export async function connect(known: Tenant, visit: (url: URL) => Promise<string>): Promise<void> {
  const url = new URL("/authorize", issuer);
  url.searchParams.set("response_type", "code");
  url.searchParams.set("scope", known.scope);
  known.token = await visit(url);
}

export async function read(tenant: Tenant, path: string, visit: (url: URL) => Promise<string>): Promise<Response> {
  const send = () => fetch(tenant.api + path, { headers: { authorization: `Bearer ${tenant.token}` } });
  const response = await send();
  if (response.status !== 403) return response;
  const { error, scope } = await response.clone().json();
  if (error !== "insufficient_scope" || !scope) return response;
  tenant.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown)
  await connect(tenant, visit);
  return send();
}

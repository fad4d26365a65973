interface Tenant {
  readonly issuer: string;
  scope: string;
}

export function gateway(visit: (url: URL) => Promise<void>) {
  const tenants = new Map<string, Tenant>();

  function tenantOf(id: string): Tenant {
    const tenant = tenants.get(id);
    if (!tenant) throw new RangeError(`There is no ${id}.`);
    return { ...tenant };
  }

  async function connect(id: string): Promise<void> {
    const known = tenantOf(id);
    const url = new URL("/authorize", known.issuer);
    url.searchParams.set("response_type", "code");
    url.searchParams.set("scope", known.scope);
    await visit(url);
  }

  return {
    register(id: string, issuer: string): void {
      tenants.set(id, { issuer, scope: "base" });
    },
    async onForbidden(id: string, response: Response): Promise<void> {
      const tenant = tenantOf(id);
      const { error, scope } = await response.json();
      if (error !== "insufficient_scope" || !scope) return;
      tenant.scope = scope; // expect: review scope-side-channel
      await connect(id);
    },
  };
}

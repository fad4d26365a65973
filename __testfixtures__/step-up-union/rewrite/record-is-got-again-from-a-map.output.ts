interface Tenant {
  readonly issuer: string;
  scope: string;
}

export function gateway(visit: (url: URL) => Promise<void>) {
  const tenants = new Map<string, Tenant>();

  function tenantOf(id: string): Tenant {
    const tenant = tenants.get(id);
    if (!tenant) throw new RangeError(`There is no ${id}.`);
    return tenant;
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
      tenant.scope = unionScopes(tenant.scope, scope) ?? scope;
      await connect(id);
    },
  };
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}

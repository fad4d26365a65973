class Grant {
  scope: string | null = "base";
  token: string | null = null;

  constructor(readonly issuer: string) {}

  async acquire(): Promise<void> {
    const query = new URLSearchParams({ client_id: "desk", response_type: "code" });
    if (this.scope !== null) query.set("scope", this.scope);
    const hop = await fetch(`${this.issuer}/authorize?${query}`, { redirect: "manual" });
    const code = new URL(hop.headers.get("location") ?? "").searchParams.get("code") ?? "";
    const answer = await fetch(`${this.issuer}/token`, { method: "POST", body: new URLSearchParams({ code }) });
    this.token = ((await answer.json()) as { access_token: string }).access_token;
  }
}

/** Asks again after a step-up; the grant is its caller's. */
export function steppingUp(grant: Grant, send: (path: string) => Promise<Response>) {
  return async (path: string): Promise<Response> => {
    const response = await send(path);
    const header = response.headers.get("www-authenticate") ?? "";
    const scope = /[ ,]scope="([^"]+)"/.exec(header)?.[1];
    if (response.status !== 403 || !/error="insufficient_scope"/.test(header) || !scope) return response;
    grant.scope = scope; // expect: review unfit-sink
    await grant.acquire();
    return send(path);
  };
}

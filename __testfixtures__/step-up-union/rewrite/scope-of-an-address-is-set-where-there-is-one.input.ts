interface Granted {
  access_token: string;
  scope?: string;
}

interface Store {
  load(): Promise<Granted | undefined>;
  keep(tokens: Granted): Promise<void>;
}

/** The one server's scope is asked for where there is one; the answer's address is tested, and no scope. */
export function createApi(issuer: string, clientId: string, store: Store) {
  const session = {
    tokens: (): Promise<Granted | undefined> => store.load(),
    saveTokens: (tokens: Granted): Promise<void> => store.keep(tokens),
  };
  let requested: string | undefined;

  async function obtain(scope: string | undefined): Promise<void> {
    const query = new URLSearchParams({ client_id: clientId, response_type: "code", redirect_uri: "http://localhost/" });
    if (scope) query.set("scope", scope);
    const answer = await fetch(`${issuer}/authorize?${query.toString()}`, { redirect: "manual" });
    const location = answer.headers.get("location");
    if (!location) throw new Error("The server sends no address.");
    const code = new URL(location).searchParams.get("code") ?? "";
    const body = new URLSearchParams({ grant_type: "authorization_code", code });
    const reply = await fetch(`${issuer}/token`, { method: "POST", body });
    await session.saveTokens((await reply.json()) as Granted);
  }

  return {
    async start(scope: string): Promise<void> {
      requested = scope;
      await obtain(requested);
    },

    async get(path: string): Promise<Response> {
      const tokens = await session.tokens();
      const response = await fetch(issuer + path, { headers: { Authorization: `Bearer ${tokens?.access_token}` } });
      if (response.ok) return response;
      const challenge = response.headers.get("www-authenticate") ?? "";
      const scope = /scope="([^"]+)"/.exec(challenge)?.[1];
      if (response.status !== 403 || !challenge.includes('error="insufficient_scope"') || !scope) return response;
      requested = scope; // expect: rewrite replaced-scope
      await obtain(requested);
      return response;
    },
  };
}

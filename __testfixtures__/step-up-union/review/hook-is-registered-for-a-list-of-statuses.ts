// The hook is registered for both statuses, and tests no error code itself: what a 401 may ask for is a person's to say.
export interface Host {
  readonly origin: string;
  bearer: string;
  onStatus(statuses: readonly number[], hook: (response: Response) => Promise<"retry" | "pass">): void;
}

const DENIED = { unauthorized: 401, insufficient_scope: 403 };

export function install(host: Host): void {
  let asked = "base";

  async function logIn(): Promise<void> {
    const body = new URLSearchParams({ grant_type: "client_credentials", client_id: "a", scope: asked });
    const answer = await fetch(`${host.origin}/token`, { method: "POST", body });
    host.bearer = (await answer.json()).access_token;
  }

  host.onStatus(Object.values(DENIED), async (response) => {
    const needed = response.headers.get("www-authenticate")?.match(/scope="([^"]+)"/)?.[1];
    if (!needed) return "pass";
    asked = needed; // expect: review shared-401-403-handler
    await logIn();
    return "retry";
  });
}

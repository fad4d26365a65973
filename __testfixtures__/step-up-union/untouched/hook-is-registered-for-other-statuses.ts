// The hook that keeps a scope is registered for a 401 and a 429; the one for a 403 only writes.
export interface Host {
  readonly origin: string;
  bearer: string;
  onStatus(statuses: readonly number[], hook: (response: Response) => Promise<"retry" | "pass">): void;
}

const WAITING = { unauthorized: 401, too_many: 429 };
const LACKING = ["insufficient_scope"];

export function install(host: Host, write: (line: string) => void): void {
  let asked = "base";

  async function logIn(): Promise<void> {
    const body = new URLSearchParams({ grant_type: "client_credentials", client_id: "a", scope: asked });
    const answer = await fetch(`${host.origin}/token`, { method: "POST", body });
    host.bearer = (await answer.json()).access_token;
  }

  host.onStatus(Object.values(WAITING), async (response) => {
    const needed = response.headers.get("www-authenticate")?.match(/scope="([^"]+)"/)?.[1];
    if (!needed) return "pass";
    asked = needed;
    await logIn();
    return "retry";
  });
  host.onStatus([403], async (response) => {
    write(`${LACKING}: ${response.headers.get("www-authenticate")}`);
    return "pass";
  });
}

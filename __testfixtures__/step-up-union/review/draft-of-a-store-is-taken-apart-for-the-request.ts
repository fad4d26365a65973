import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Server {
  url: string;
  wants?: string;
  status: "idle" | "consent" | "ready" | "failed";
}

type Servers = Record<string, Server>;

declare function produce<State>(state: State, recipe: (draft: State) => void): State;

let servers: Servers = {};

export function challenged(id: string, response: Response): void {
  servers = produce(servers, (draft) => {
    const server = draft[id];
    const params = extractWWWAuthenticateParams(response);
    if (!server) return;
    if (params.error !== "insufficient_scope") {
      server.status = "failed";
      return;
    }
    server.wants = params.scope ?? server.wants; // expect: review scope-side-channel
    server.status = "consent";
  });
}

export async function connect(id: string, provider: OAuthClientProvider): Promise<void> {
  const { url = "", wants } = servers[id] ?? {};
  await auth(provider, { serverUrl: url, scope: wants });
}

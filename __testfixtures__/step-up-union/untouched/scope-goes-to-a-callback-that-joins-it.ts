import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

async function read(address: string, { widen }: { widen: (scope: string) => Promise<void> }): Promise<Response> {
  const reply = await fetch(address);
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (reply.status === 403 && error === "insufficient_scope" && scope) {
    await widen(scope);
    return fetch(address);
  }
  return reply;
}

export const get = (provider: OAuthClientProvider, serverUrl: string): Promise<Response> =>
  read(serverUrl, {
    widen: async (scope) => {
      const granted = (await provider.tokens())?.scope ?? "";
      const all = [...new Set(`${granted} ${scope}`.split(" ").filter(Boolean))].join(" ");
      await auth(provider, { serverUrl, scope: all }); // expect: already-union union-kept (advice refresh-cannot-widen)
    },
  });

/** What is given to this one is run on any answer. */
async function watch(address: string, tell: (scope: string) => void): Promise<Response> {
  const reply = await fetch(address);
  tell(extractWWWAuthenticateParams(reply).scope ?? "none");
  return reply;
}

export function show(banner: { textContent: string }, address: string): Promise<Response> {
  return watch(address, (scope) => {
    banner.textContent = scope;
  });
}

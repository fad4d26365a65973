import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Reply {
  status(code: number): { json(body: object): void };
}

export function forward(provider: OAuthClientProvider, url: URL) {
  const state: { scope?: string; tries: number } = { tries: 0 };
  return async (body: string, reply: Reply): Promise<void> => {
    const response = await fetch(url, { method: "POST", body });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status === 403 && error === "insufficient_scope" && scope) {
      state.tries++;
      state.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      const result = await auth(provider, { serverUrl: url, scope: state.scope });
      if (result !== "AUTHORIZED") {
        const { tries, ...rest } = state;
        return reply.status(403).json({ error, tries, ...rest });
      }
    }
    reply.status(response.status).json({});
  };
}

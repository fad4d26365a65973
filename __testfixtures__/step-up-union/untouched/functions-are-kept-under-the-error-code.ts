import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  scope?: string;
}

interface Client {
  scope?: string;
  needed?: string;
  provider: OAuthClientProvider;
  serverUrl: URL;
}

const join = (...scopes: (string | undefined)[]) => scopes.filter(Boolean).join(" ");

/** Functions that keep what there was, only make a text, or are kept under another code. */
export const handlers: Record<string, (client: Client, challenge: Challenge) => unknown> = {
  insufficient_scope: async (client, challenge) => {
    client.scope = join(client.scope, challenge.scope); // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(client.provider, { serverUrl: client.serverUrl, scope: client.scope });
  },
  invalid_token: async (client, challenge) => {
    client.scope = challenge.scope;
    await auth(client.provider, { serverUrl: client.serverUrl, scope: client.scope });
  },
};

export const messages: Record<string, (challenge: Challenge) => string> = {
  insufficient_scope: (challenge) => `You also need ${challenge.scope}.`,
};

export const notes: Record<string, (client: Client, challenge: Challenge) => void> = {
  insufficient_scope: (client, challenge) => {
    client.needed = challenge.scope;
  },
};

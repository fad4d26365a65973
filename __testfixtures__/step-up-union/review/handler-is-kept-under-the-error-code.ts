import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error: string;
  scope?: string;
}

interface Client {
  scope?: string;
  provider: OAuthClientProvider;
  serverUrl: URL;
}

interface EventEmitter {
  on(event: string, listener: (challenge: Challenge) => void): void;
}

type Handler = (client: Client, challenge: Challenge) => Promise<void>;

/** Who calls the handlers, and with which challenge, is not seen. */
const handlers: Record<string, Handler> = {
  insufficient_scope: async (client, challenge) => {
    client.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(client.provider, { serverUrl: client.serverUrl, scope: client.scope });
  },
};

const methods: Record<string, Handler> = {
  async insufficient_scope(client, { scope }) {
    client.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(client.provider, { serverUrl: client.serverUrl, scope: client.scope });
  },
};

const byCode = new Map<string, Handler>([
  [
    "insufficient_scope",
    async (client, challenge) => {
      client.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(client.provider, { serverUrl: client.serverUrl, scope: client.scope });
    },
  ],
]);

handlers["insufficient-scope"] = async (client, challenge) => {
  client.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
  await auth(client.provider, { serverUrl: client.serverUrl, scope: client.scope });
};

export function listen(events: EventEmitter, client: Client): void {
  events.on("insufficient_scope", async (challenge: Challenge) => {
    client.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(client.provider, { serverUrl: client.serverUrl, scope: client.scope });
  });
}

export async function onRefused(client: Client, challenge: Challenge): Promise<void> {
  await handlers[challenge.error]?.(client, challenge);
  await methods[challenge.error]?.(client, challenge);
  await byCode.get(challenge.error)?.(client, challenge);
}

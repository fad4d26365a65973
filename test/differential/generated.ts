import { clientOf } from "./grammar/client.ts";
import { DIMENSIONS, type Dimension, type Features } from "./grammar/features.ts";
import type { Provider } from "./grammar/surroundings.ts";
import { type Drive, migrate, type Subject } from "./subject.ts";
import type { TokenStore } from "./token-store.ts";

interface Sending {
  send(message: object): unknown;
}

/** A generated client before and after migration. */
export function generated(features: Features): Subject {
  const { text, extension, manner, given, servesAll } = clientOf(features);
  return migrate({
    name: named(features),
    text,
    extension,
    manner,
    drive: servesAll ? driveOne(given) : driveEach(given),
  });
}

/** The features in which a client is not the plainest. */
export function named(features: Features): string {
  const odd = Object.entries(features).filter(([dimension, value]) => DIMENSIONS[dimension as Dimension][0] !== value);
  return odd.map(([dimension, value]) => `${dimension}: ${value}`).join(", ") || "plain";
}

const driveEach =
  (given: Provider["given"]): Drive =>
  ({ Client }, world) => {
    const Constructor = Client as new (provider: unknown, url: URL) => Sending;
    const clients = world.stores.map((store, server) => new Constructor(providerOf(given, store), world.url(server)));
    return (_, server) => clients[server]?.send({ body: "{}", url: world.url(server), user: "user" });
  };

const driveOne =
  (given: Provider["given"]): Drive =>
  ({ Client }, world) => {
    const Constructor = Client as new (providers: Map<string, unknown>) => Sending;
    const providers = world.stores.map(
      (store, server) => [world.url(server).origin, providerOf(given, store)] as const,
    );
    const client = new Constructor(new Map(providers));
    return (_, server) => client.send({ body: "{}", url: world.url(server), user: "user" });
  };

/** What a client is handed to ask for tokens. */
function providerOf(given: Provider["given"], store: TokenStore): unknown {
  const list = async () => (await store.read())?.scope?.split(" ") ?? [];
  switch (given) {
    case "provider":
      return store.provider;
    case "name":
      return "corporate";
    case "tokens of a user":
      return {
        tokens: async (user: string) => {
          if (!user) throw new Error("whose tokens?");
          return store.read();
        },
      };
    case "list of scopes":
      return { tokens: async () => ({ access_token: "token", scopes: await list() }) };
    case "scope as a list":
      return { tokens: async () => ({ access_token: "token", scope: await list() }) };
  }
}

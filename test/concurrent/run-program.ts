/** How one request that was refused ends: what its handler gives, or the message of what it throws. */
export type Ending = string;

/** What several refused requests lead to. */
export interface Outcome {
  /** The scopes of the authorizations that were started, in order. */
  readonly requested: readonly (string | undefined)[];
  readonly endings: readonly Ending[];
}

/** A module's exports, by name. */
export type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** How the refused requests come: all at once, each some time after the other, or after the one before has ended. */
export type Arrival = "at once" | "in turn" | "one by one";

/** How long the store takes for each read of the tokens, in milliseconds; the last for all others. */
export type ReadingTimes = readonly number[];

/** More authorizations than any bounded handler starts here: what goes on is stopped. */
const MOST_AUTHORIZATIONS = 12;

/** The time between refused requests that come in turn, in milliseconds: less than a store takes. */
const BETWEEN = 2;

const passing = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Runs a client's `onRefused(response, …)` for some 403s and records what it asks the authorization server for.
 *
 * @param source a module that exports `Client`, whose constructor takes a provider and an address
 * @param scopes the challenged scope of each response
 */
export async function runProgram(
  source: string,
  scopes: readonly string[],
  arrival: Arrival,
  reading: ReadingTimes,
  modules: () => Modules = () => ({}),
): Promise<Outcome> {
  const requested: (string | undefined)[] = [];
  let reads = 0;
  const provider = {
    async tokens() {
      await passing(reading[Math.min(reads++, reading.length - 1)] ?? 0);
      return { access_token: "token", scope: "granted" };
    },
  };
  const auth = async (_provider: unknown, { scope }: { scope?: string }) => {
    if (requested.length >= MOST_AUTHORIZATIONS) throw new Error("no end of authorizations");
    requested.push(scope);
    await passing(15);
    return "AUTHORIZED";
  };
  const Client = clientOf(source, {
    "@modelcontextprotocol/sdk/client/auth.js": { auth, extractWWWAuthenticateParams: (response: object) => response },
    ...modules(),
  });
  const client = new Client(provider, "https://server.example");
  const refuse = async (scope: string): Promise<Ending> => {
    try {
      const response = { status: 403, ok: false, error: "insufficient_scope", scope, headers: { get: () => scope } };
      return String(await client.onRefused(response));
    } catch (error) {
      return `throws ${(error as Error).message}`;
    }
  };
  const endings: Ending[] = [];
  const pause = arrival === "in turn" ? BETWEEN : 0;
  if (arrival !== "one by one") {
    const all = scopes.map((scope, index) => passing(index * pause).then(() => refuse(scope)));
    endings.push(...(await Promise.all(all)));
  } else for (const scope of scopes) endings.push(await refuse(scope));
  return { requested, endings };
}

interface Client {
  onRefused(response: object): unknown;
}

/** Evaluates a module's text with its imports taken from a table. */
function clientOf(source: string, modules: Modules): new (provider: object, url: string) => Client {
  const text = source
    .replace(/^import \{([^}]*)\} from "([^"]*)";$/gm, (_, names: string, from: string) => {
      return `const {${names.replaceAll(" as ", ": ")}} = modules["${from}"];`;
    })
    .replace(/^export /gm, "");
  return new Function("modules", `${text}\nreturn Client;`)(modules);
}

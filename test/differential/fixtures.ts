import { discoverFixtures, type Fixture } from "../fixtures/discover.ts";
import { furnish, Hands, parametersOf, takesResponse } from "./door.ts";
import { challengeIn, type Exports } from "./load.ts";
import type { Scene } from "./scene.ts";
import { type Description, type Drive, pair, type Subject } from "./subject.ts";
import type { Manner } from "./trace.ts";
import { World } from "./world.ts";

type Callable = (...all: unknown[]) => unknown;

const QUIET: Scene = {
  ...{ arrival: "one by one", gap: 1, store: "works", requests: [], grants: [], granted: [0], reading: [0] },
};

/** What a fixture can be driven by: each function that it exports, and each method of each class. */
export function fixtureSubjects(fixture: Fixture): Subject[] {
  const description = describe(fixture);
  const manner = mannerOf(fixture);
  const subject = pair({ ...description, manner, drive: () => () => undefined }, fixture.output);
  const world = new World(QUIET, manner);
  const text = `${subject.before}\n${subject.after}`;
  const isPrivate = (door: string) => new RegExp(`\\bprivate (?:async )?${door.split(".").at(-1)}\\b`).test(text);
  const doors = [...doorsOf(subject.load(world), new Hands(world, 0, text), text, world).keys()].filter(
    (door) => !isPrivate(door),
  );
  return doors.map((door) => subject.driven(`${fixture.name}: ${door}`, through(door, text)));
}

/** The fixtures that are rewritten. */
export const rewriteFixtures = (): Fixture[] => discoverFixtures().fixtures.filter(({ kind }) => kind === "rewrite");

function describe({ name, input, extension, options }: Fixture): Omit<Description, "drive" | "manner"> {
  const source = options["helper-source"];
  const union = { [options["helper-name"] ?? "unionScopes"]: unionScopes };
  return {
    name,
    text: input,
    extension,
    modules: () => ({ ...MODULES(), "union-scopes": { unionScopes }, ...(source && { [source]: union }) }),
  };
}

/** What fixtures import besides the SDK, as their names say. */
function MODULES(): Exports {
  const retried = new WeakSet<object>();
  const parseChallenge = challengeIn;
  return {
    challenge: { parseChallenge, parseChallenges: (header: string | null) => [parseChallenge(header)] },
    challenges: { parseChallenges: (header: string | null) => [parseChallenge(header)] },
    marks: {
      markRetried: (one: object) => retried.add(one),
      wasRetried: (one: object) => retried.has(one),
    },
    registry: { register: (one: object) => retried.has(one) },
    strict: (value: unknown) => {
      if (!value) throw new Error("assertion");
    },
  };
}

/** What can be expected of a fixture, by the sites that it is said to have. */
function mannerOf({ sites = [], options }: Fixture): Manner {
  const rewritten = sites.filter(({ verdict }) => verdict === "rewrite");
  const isUnknown = rewritten.some(({ advice }) => advice?.includes("granted-scope-unknown"));
  return {
    separator: " ",
    remembers: !rewritten.some(({ rule }) => rule === "challenge-only-scope"),
    remembersSuccess: true,
    readsTokens: options.tokens !== "omit" && !isUnknown,
  };
}

function unionScopes(...scopes: (string | undefined)[]): string | undefined {
  return [...new Set(scopes.flatMap((scope) => scope?.split(" ") ?? []))].filter(Boolean).join(" ") || undefined;
}

const isClass = (value: Callable): boolean =>
  Object.getOwnPropertyNames(value.prototype ?? {}).length > 1 ||
  /^class\b/.test(Function.prototype.toString.call(value));

/** Everything that can be called, by its name. */
function doorsOf(exports: Exports, hands: Hands, text: string, world: World): Map<string, Callable> {
  const doors = new Map<string, Callable>();
  const add = (name: string, value: unknown, depth: number): void => {
    if (typeof value === "function") {
      const callable = value as Callable;
      const made = isClass(callable) ? make(callable, hands, text, world) : madeBy(callable, hands);
      if (isClass(callable)) addMethods(doors, name, made);
      else if (made) add(`${name}()`, made, 1);
      else doors.set(name, callable);
    } else if (typeof value === "object" && value !== null && depth < 2) {
      for (const [key, each] of Object.entries(value)) add(`${name}.${key}`, each, depth + 1);
    }
  };
  for (const [name, value] of Object.entries(exports)) add(name, value, 0);
  return doors;
}

function make(made: Callable, hands: Hands, text: string, world: World): object | undefined {
  const all = parametersOf(made).map((name) => hands.argument(name, undefined));
  try {
    const instance = Reflect.construct(made, all) as object;
    furnish(instance, "this", text, hands, world);
    return instance;
  } catch {
    return undefined;
  }
}

/** What a function makes that only puts functions together, such as `createClient(url, provider)`. */
function madeBy(callable: Callable, hands: Hands): object | undefined {
  const names = parametersOf(callable);
  const text = Function.prototype.toString.call(callable);
  const returnsRecord = /(?:\breturn ?|=> ?\()(?:Object\.freeze\()?\{/.test(text);
  if (names.some(takesResponse) || text.startsWith("async") || !returnsRecord) return undefined;
  try {
    const made = callable(...names.map((name) => hands.argument(name, undefined)));
    if (made instanceof Promise) made.catch(() => undefined);
    const isRecord = typeof made === "object" && made !== null && !(made instanceof Promise);
    return isRecord && Object.values(made).some((each) => typeof each === "function") ? made : undefined;
  } catch {
    return undefined;
  }
}

function addMethods(doors: Map<string, Callable>, name: string, made: object | undefined): void {
  if (!made) return;
  const names = [...Object.getOwnPropertyNames(Object.getPrototypeOf(made)), ...Object.keys(made)];
  for (const method of names) {
    const value =
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(made), method)?.value ?? Reflect.get(made, method);
    if (method === "constructor" || typeof value !== "function" || /auth|fetch/i.test(method)) continue;
    doors.set(
      `${name}.${method}`,
      Object.assign((...all: unknown[]) => value.apply(made, all), { method: value }),
    );
  }
}

/** Goes through one door for each request; again with the next response, as long as the handler asks for tokens. */
function through(door: string, text: string): Drive {
  return (exports, world) => {
    world.hasOneServer = /["'`]https?:\/\//.test(text);
    const hands = (world.hasOneServer ? [0] : [0, 1]).map((server) => new Hands(world, server, text));
    const doors = hands.map((each) => doorsOf(exports, each, text, world).get(door));
    const made = new Map<unknown, unknown>();
    return async (_, server) => {
      // A function that makes a function makes it once.
      const opened = async (result: unknown): Promise<unknown> => {
        if (typeof result !== "function") return result;
        const inner = (made.get(hand) ?? result) as Callable;
        made.set(hand, inner);
        return inner(...parametersOf(inner).map((name) => hand?.argument(name, undefined)));
      };
      const at = Math.min(server, hands.length - 1);
      const [callable, hand] = [doors[at], hands[at]];
      if (!callable || !hand) return "no such door";
      const names = parametersOf((callable as { method?: Callable }).method ?? callable);
      if (!names.some(takesResponse))
        return opened(await callable(...names.map((name) => hand.argument(name, undefined))));
      for (;;) {
        const response = await world.answer(at);
        if (response.ok) return "done";
        const known = world.asked;
        const all = names.map((name) => argumentFor(name, hand, response, text, world));
        const result = await opened(await callable(...all));
        await world.authorized();
        if (world.asked === known) return result;
      }
    };
  };
}

function argumentFor(
  name: string,
  hand: Hands,
  response: Parameters<Hands["argument"]>[1],
  text: string,
  world: World,
): unknown {
  const argument = hand.argument(name, response);
  if (typeof argument === "object" && argument !== null && !isAddress(argument))
    furnish(argument, name, text, hand, world);
  return argument;
}

const isAddress = (value: object): boolean => value instanceof URL && !("provider" in value);

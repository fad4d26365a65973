import type { Example } from "../../src/report/explain/block.ts";
import type { Course } from "../../src/report/explain/course.ts";
import type { Operation } from "../../src/rules/play.ts";
import type { Asked, Scene } from "./scene.ts";
import type { Run, Trace } from "./trace.ts";

/** The names that a scene has, in their order. */
const NAMES = ["read", "write", "admin", "audit"];

/** Those that the scopes of a client's own code are in a scene: the third is what it is challenged for. */
const OWN = [0, 1, 3];

/** What an example calls the scopes of a scene, in their order. */
export type Scopes = readonly (string | undefined)[];

/**
 * What an example calls the scopes of its scene; further ones are its own, which no operation needs.
 *
 * @param start the sentence about its client
 */
export function scopesOf({ operations }: Pick<Example, "operations">, start: string): Scopes {
  const held = (/`([^`]*)`/.exec(start)?.[1] ?? "").split(" ");
  if (held.every((each) => NAMES.includes(each))) return NAMES;
  const scopes: (string | undefined)[] = [];
  scopes[2] = operations.find(({ needs }) => !held.includes(needs))?.needs;
  for (const [index, scope] of held.filter((each) => each !== scopes[2]).entries()) {
    const place = OWN[index];
    if (place !== undefined) scopes[place] = scope;
  }
  return scopes;
}

/** A text that names the scopes of a client's own code, with those of its scene. */
export const inScene = (scopes: Scopes, text: string): string =>
  scopes === NAMES
    ? text
    : scopes.reduce<string>((all, scope, index) => {
        const own = scope?.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        return own ? all.replace(new RegExp(`(?<=["'\`\\s])${own}(?=["'\`\\s])`, "g"), `a:${NAMES[index]}`) : all;
      }, text);

/**
 * The operations of an example, as requests to a server that lets nothing through that the token does not allow.
 *
 * @param start the sentence about its client
 */
export function sceneOf({ operations }: Pick<Example, "operations">, start: string, scopes: Scopes): Scene {
  const held = (/`([^`]*)`/.exec(start)?.[1] ?? "").split(" ");
  return {
    ...{ arrival: "one by one", gap: 1, store: "works", reading: [0] },
    granted: held.map((each) => scopes.indexOf(each)).filter((name) => name >= 0),
    grants: [{ result: "AUTHORIZED", scope: "as requested", refresh: false }],
    requests: operations.map((each) => askedFor(each, scopes)),
  };
}

function askedFor({ needs, isRefused }: Operation, scopes: Scopes): Asked {
  const names = [scopes.indexOf(needs)];
  return {
    ...{ server: 0, afterwards: "success", needs: names },
    answers: isRefused ? [{ kind: "unauthorized", names }] : [],
  };
}

/** What an execution did at each operation, in the words of `toldOf`. */
export const doneIn = ({ runs }: Trace, scopes: Scopes): string[] => runs.map((run) => doneBy(run, scopes));

function doneBy({ seen, ending }: Run, scopes: Scopes): string {
  const named = (scope: string): string =>
    scope.replace(/\ba:(\w+)/g, (_, name: string) => scopes[NAMES.indexOf(name)] ?? name);
  const asked = seen.flatMap((each) => (each.kind === "ask" ? [named(each.scope ?? "nothing")] : []));
  return wordsOf(asked, ending?.startsWith("throws") ?? false);
}

/** What an example says of each operation. */
export const toldOf = ({ happenings }: Course): string[] =>
  happenings.map(({ requests, failure }) =>
    wordsOf(
      requests.map(({ scope }) => scope),
      failure === "throws",
    ),
  );

const wordsOf = (asked: readonly string[], isThrown: boolean): string =>
  [...asked.map((scope) => `asks ${scope}`), ...(isThrown ? ["throws"] : [])].join(", ") || "asks nothing";

/** Whether a client asks in a scene for a scope: else nothing of it can be compared. */
export const asksIn = ({ asks }: Trace): boolean => asks.some(({ scope }) => scope !== undefined);

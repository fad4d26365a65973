import type { Example } from "../../src/report/explain/block.ts";
import type { Course } from "../../src/report/explain/course.ts";
import type { Operation } from "../../src/rules/play.ts";
import type { Asked, Scene } from "./scene.ts";
import type { Run, Trace } from "./trace.ts";

/** The names that examples use, in the order of those of a scene. */
const NAMES = ["read", "write", "admin"];

/** What the token of an example's client allows in the beginning. */
const START: Readonly<Record<string, readonly number[]>> = { "`read write`": [0, 1], "`read write admin`": [0, 1, 2] };

/**
 * The operations of an example, as requests to a server that lets nothing through that the token does not allow.
 *
 * @param start the sentence about its client
 */
export function sceneOf({ operations }: Pick<Example, "operations">, start: string): Scene {
  const granted = START[/`[^`]*`/.exec(start)?.[0] ?? ""];
  if (!granted) throw new Error(`No scene begins so: ${start}`);
  return {
    ...{ arrival: "one by one", gap: 1, store: "works", reading: [0] },
    granted,
    grants: [{ result: "AUTHORIZED", scope: "as requested", refresh: false }],
    requests: operations.map(askedFor),
  };
}

function askedFor({ needs, isRefused }: Operation): Asked {
  const names = [NAMES.indexOf(needs)];
  return {
    ...{ server: 0, afterwards: "success", needs: names },
    answers: isRefused ? [{ kind: "unauthorized", names }] : [],
  };
}

/** What an execution did at each operation, in the words of `toldOf`. */
export const doneIn = ({ runs }: Trace): string[] => runs.map(doneBy);

function doneBy({ seen, ending }: Run): string {
  const asked = seen.flatMap((each) => (each.kind === "ask" ? [(each.scope ?? "nothing").replace(/\ba:/g, "")] : []));
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

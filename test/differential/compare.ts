import type { Scene } from "./scene.ts";
import { STORE_FAILS } from "./token-store.ts";
import { type Ask, type Manner, namesIn, type Run, type Seen, type Trace } from "./trace.ts";

/** What a migration may do wrong. */
export type FaultKind =
  | "more authorizations"
  | "does not end"
  | "another ending"
  | "asks for less than the union"
  | "asks for less than before"
  | "asks for another server's scope"
  | "401 asks differently"
  | "something else differs";

export interface Fault {
  readonly kind: FaultKind;
  readonly detail: string;
}

/** What a migrated client does that it must not, compared with the client before; nothing where all is well. */
export function compare(before: Trace, after: Trace, scene: Scene, manner: Manner): Fault | undefined {
  return (
    endlessness(before, after) ??
    moreAuthorizations(before, after) ??
    (scene.store === "fails" ? newException(before, after) : undefined) ??
    unheardExceptions(before, after) ??
    lessThanUnion(after, manner) ??
    othersScopes(before, after, manner) ??
    (scene.store === "fails"
      ? undefined
      : scene.arrival === "at once, unsteady"
        ? compareAsAWhole(before, after)
        : compareEach(before, after, manner))
  );
}

function moreAuthorizations(before: Trace, after: Trace): Fault | undefined {
  if (after.asks.length <= before.asks.length) return undefined;
  return { kind: "more authorizations", detail: `${before.asks.length} before, ${after.asks.length} after` };
}

/** Where the tokens can't be read, the added read may throw what the store throws, but nothing else is new. */
function newException(before: Trace, after: Trace): Fault | undefined {
  const known = new Set(before.runs.map(endingOf));
  const other = after.runs.map(endingOf).find((ending) => ending.startsWith("throws") && !known.has(ending));
  if (!other || other.endsWith(STORE_FAILS)) return undefined;
  return { kind: "another ending", detail: `the store fails: ${[...known].join(", ")} became ${other}` };
}

function unheardExceptions({ unheard: was }: Trace, { unheard: is }: Trace): Fault | undefined {
  if (is.length <= was.length) return undefined;
  return { kind: "another ending", detail: `exceptions that nobody catches: ${was.length}, then ${is.join(", ")}` };
}

function endlessness(before: Trace, after: Trace): Fault | undefined {
  const pending = ({ runs }: Trace): number => runs.filter(({ ending }) => ending === undefined).length;
  if (pending(after) <= pending(before)) return undefined;
  return { kind: "does not end", detail: `${pending(before)} requests before, ${pending(after)} after` };
}

function lessThanUnion({ asks }: Trace, manner: Manner): Fault | undefined {
  for (const { scope, cause, granted, previous, server } of asks) {
    if (cause?.answer !== "step-up" || cause.challenged.size === 0) continue;
    const asked = namesIn(scope, manner.separator);
    const wanted = [...cause.challenged, ...(manner.remembers ? previous : []), ...(manner.readsTokens ? granted : [])];
    const lacking = wanted.filter((name) => !asked.has(name) && isOf(server, name));
    if (lacking.length > 0) {
      return { kind: "asks for less than the union", detail: `${JSON.stringify(scope)} lacks ${lacking.join(" ")}` };
    }
  }
  return undefined;
}

const isOf = (server: number, name: string): boolean => name.startsWith(`${"ab"[server]}:`);

function othersScopes(before: Trace, after: Trace, manner: Manner): Fault | undefined {
  const foreign = ({ scope, server }: Ask) =>
    [...namesIn(scope, manner.separator)].filter((name) => isOf(1 - server, name));
  const known = new Set(before.asks.flatMap((ask) => foreign(ask).map((name) => `${ask.server} ${name}`)));
  for (const ask of after.asks) {
    const [name] = foreign(ask).filter((each) => !known.has(`${ask.server} ${each}`));
    if (name) return { kind: "asks for another server's scope", detail: `${JSON.stringify(ask.scope)} holds ${name}` };
  }
  return undefined;
}

/** Where requests may change places, what they did as a whole. */
function compareAsAWhole(before: Trace, after: Trace): Fault | undefined {
  const whole = ({ runs }: Trace): string[] =>
    runs.map((run) => [...run.seen.map(lineOf), endingOf(run)].join("\n  ")).sort();
  const [was, is] = [whole(before).join("\n"), whole(after).join("\n")];
  return was === is ? undefined : { kind: "something else differs", detail: `as a whole:\n${was}\nnow:\n${is}` };
}

function compareEach(before: Trace, after: Trace, manner: Manner): Fault | undefined {
  for (const [index, run] of before.runs.entries()) {
    const now = after.runs[index];
    const fault = now && compareRun(run, now, manner);
    if (fault) return { kind: fault.kind, detail: `request ${index}: ${fault.detail}` };
  }
  return undefined;
}

function compareRun(before: Run, after: Run, manner: Manner): Fault | undefined {
  const length = Math.max(before.seen.length, after.seen.length);
  for (let place = 0; place < length; place++) {
    const [was, is] = [before.seen[place], after.seen[place]];
    if (!was || !is || lineOf(was) !== lineOf(is)) {
      if (endingOf(before) !== endingOf(after)) return anotherEnding(before, after);
      return {
        kind: "something else differs",
        detail: `${was ? lineOf(was) : "nothing"} became ${is ? lineOf(is) : "nothing"}`,
      };
    }
    const fault = was.kind === "ask" && is.kind === "ask" ? compareAsks(was, is, manner) : undefined;
    if (fault) return fault;
  }
  return endingOf(before) === endingOf(after) ? undefined : anotherEnding(before, after);
}

const anotherEnding = (before: Run, after: Run): Fault => ({
  kind: "another ending",
  detail: `${endingOf(before)} became ${endingOf(after)}`,
});

function compareAsks(before: Ask, after: Ask, { separator }: Manner): Fault | undefined {
  if (after.cause?.answer === "unauthorized") {
    const isRepeated = before.scope === before.last && after.scope === after.last;
    if (before.scope === after.scope || isRepeated) return undefined;
    return { kind: "401 asks differently", detail: `${before.scope} became ${after.scope}` };
  }
  const asked = namesIn(after.scope, separator);
  // `undefined` as text is what comes of a scope that a challenge lacks.
  const lost = [...namesIn(before.scope, separator)].filter((name) => !asked.has(name) && name !== "undefined");
  if (lost.length === 0) return undefined;
  return { kind: "asks for less than before", detail: `${before.scope} became ${after.scope}` };
}

/** What is seen, as it is compared: an authorization's scope is not the same after as before. */
function lineOf(seen: Seen): string {
  return seen.kind === "ask"
    ? `authorize at ${seen.server} for ${seen.cause?.answer} ${seen.text}`
    : `${seen.kind} ${seen.text}`;
}

const endingOf = ({ ending }: Run): string => ending ?? "does not end";

/** A trace for people. */
export function show({ runs }: Trace): string {
  return runs
    .flatMap((run, index) => [
      `request ${index}:`,
      ...run.seen.map(
        (seen) => `  ${lineOf(seen)}${seen.kind === "ask" ? ` scope=${JSON.stringify(seen.scope)}` : ""}`,
      ),
      `  ${endingOf(run)}`,
    ])
    .join("\n");
}

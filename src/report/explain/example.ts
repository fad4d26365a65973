import type { Site } from "../../model/site.ts";
import { type Code, rangeOf, textOf } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import type { Performance } from "../../play/rehearse.ts";
import { type Client, type Operation, STEP_UP } from "../../rules/play.ts";
import { code, type Sentence, say, together } from "../../rules/sentence.ts";
import { SITE_RULES } from "../../rules/table.ts";
import type { Example } from "./block.ts";
import { changeKind } from "./change-kind.ts";
import { type Course, courseOf } from "./course.ts";
import {
  ANEW,
  BEFORE_NAME,
  CHANGE_NAMES,
  CONDITION,
  CONDITIONS,
  END,
  INSTEAD,
  isCounted,
  NOTHING_LOST,
  OWN_TESTS,
  REFUSED_NAME,
  START,
  UNTOLD,
} from "./example-words.ts";
import type { Fate } from "./fate.ts";
import type { Played } from "./playbill.ts";
import { simulate } from "./simulate.ts";

/**
 * Plays a site's code through, as it is and as it could be; where it was changed, as it was and as it is. What the code
 * itself does where that can be told; else what code of its rule does.
 *
 * @param fate what `fix` made of it
 * @param played what the site's own code does
 */
export function exampleOf(site: Site, fate?: Fate, played: Played = {}): Example {
  const { before, after: changed } = played;
  const { play, course } = SITE_RULES[site.rule];
  const { today, after, instead } = play;
  const { reasons } = site;
  const { operations, start: begun } = played.cast ?? play;
  const start = startOf(begun, before?.performance);
  const courses = [
    performed(fate?.kind === "applied" ? BEFORE_NAME : course, before?.performance, operations) ??
      simulate(fate?.kind === "applied" ? BEFORE_NAME : course, today, start, operations),
  ];
  if (after) {
    const name = CHANGE_NAMES[changeKind(site, fate)];
    const policy = after(reasons);
    courses.push(performed(name, changed?.performance, operations) ?? simulate(name, policy, start, operations));
  }
  if (instead) courses.push(simulate(REFUSED_NAME, instead(reasons), start, operations));
  const conditions = conditionsOf(site, played);
  return {
    start: startSentence(site, start, before?.performance),
    operations,
    courses,
    conditions,
    outcome: outcomeOf(site, start, courses, conditions),
  };
}

/** The client of an example: it remembers what its own code says. */
function startOf(start: Client, performance: Performance | undefined): Client {
  if (!performance || performance.begins === "given") return start;
  const { begins } = performance;
  return { ...start, previous: typeof begins === "object" ? begins.scope.split(" ") : [] };
}

function performed(name: string, performance: Performance | undefined, operations: readonly Operation[]) {
  if (!performance) return undefined;
  const rounds = performance.rounds.map((acts, round) => ({
    held: performance.held[round] ?? [],
    happenings: acts.map(({ challenged, asks, failure }, index) => ({
      ...(challenged && { challenge: { status: challenged, scope: operations[index]?.needs ?? "" } }),
      requests: asks.map((scope) => ({ scope })),
      ...(failure && { failure }),
    })),
  }));
  return courseOf(name, rounds, operations);
}

function startSentence(site: Site, start: Client, performance: Performance | undefined): Sentence {
  const held = code(start.held.join(" "));
  const sink = code(site.reasons.sink.text);
  if (!performance || performance.begins === "given") return START.asked(held);
  const { begins } = performance;
  if (begins === "nowhere") return START.plain(held);
  if (begins === "empty") return START.empty(held, sink);
  const kept = code(begins.scope);
  return kept.code === held.code ? START.asked(held) : START.kept(held, sink, kept);
}

/** On what an example rests that is not known; of code that could not be played, on its retry limit, if one is seen. */
function conditionsOf({ reasons: { retryLimit }, edits }: Site, { before, after }: Played): Sentence[] {
  if (!before) return [retryLimit ? CONDITION(code(retryLimit.test.text), retryLimit.test.line) : UNTOLD];
  const isUntold = after === undefined && (edits ?? []).length > 0;
  const { assumed, elsewhere } = before.performance;
  const conditions = [
    ...assumed.map((test) => CONDITION(code(textOf(before.code, test)), lineOf(before.code, test))),
    ...(elsewhere ? [ANEW(lineOf(before.code, elsewhere))] : []),
  ];
  // After the change, the same tests stand on other lines.
  const isOpen = assumed.length === 0 && after !== undefined && after.performance.assumed.length > 0;
  return [...conditions, ...(isOpen ? [OWN_TESTS] : []), ...(isUntold ? [UNTOLD] : [])];
}

/**
 * Whether an example tells more than the verdict does: not for the common case of a client that steps up, in which the
 * union saves all consent screens but one.
 */
export function isTelling({ verdict, rule }: Site, { courses }: Example): boolean {
  if (verdict === "already-union") return false;
  const isOther = ({ stop, happenings }: Course) =>
    stop !== undefined || happenings.some(({ requests, failure }) => requests.length > 1 || failure !== undefined);
  return (
    SITE_RULES[rule].play.operations !== STEP_UP.operations ||
    courses.slice(1).some(({ consents }) => consents > 1) ||
    courses.some(isOther)
  );
}

function outcomeOf(site: Site, start: Client, courses: readonly Course[], conditions: readonly Sentence[]): Sentence {
  const [first, ...others] = courses;
  if (!first) return say``;
  const { retryLimit } = site.reasons;
  const limit = retryLimit && { text: code(retryLimit.test.text), line: retryLimit.test.line };
  const isLost = start.held.some((scope) => !first.held.split(" ").includes(scope));
  return together([
    ...END(first, limit),
    ...(others.length === 0 && !isLost ? [NOTHING_LOST] : []),
    ...others.flatMap((each) => INSTEAD(each, isCounted(first))),
    ...(conditions.length > 0 ? [CONDITIONS(conditions)] : []),
  ]);
}

/** The line on which a node begins, 1-based. */
const lineOf = (code: Code, node: Node): number => code.lines.locate(rangeOf(node)).line;

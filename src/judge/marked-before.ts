import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { functionNamed } from "../find/functions.ts";
import { meets } from "../find/kinds.ts";
import { expressionNamed } from "../find/request-use.ts";
import { isCall, isMember, pathOf } from "../find/syntax.ts";
import { usesOf } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, type Node, startOf } from "../parse/tree.ts";
import { isOnTheWay } from "./on-the-way.ts";
import { answerOf, changesAfter, changesOf, type Surroundings } from "./state.ts";
import type { StateKey } from "./state-keys.ts";
import { testsIn } from "./tested-state.ts";
import { waitsBefore, waitsBetween } from "./waits.ts";

/**
 * Whether a handler marks its run before a read of the tokens, and looks behind it whether the mark is its own still:
 * `const mine = ++this.run; … if (mine !== this.run) return;`. An await between the two gives the mark to another run.
 *
 * @param from where the tokens would be read
 */
export function isMarkedBefore(code: Code, candidate: Candidate, around: Surroundings, from: Node): boolean {
  if (around.type === "Program") return false;
  const isMarked = marksIn(code, candidate, around).some(({ key, mark, test }) => {
    if (isOfAnswer(code, candidate, key)) return false;
    if (endOf(mark) > startOf(from) || startOf(test) < startOf(from)) return false;
    if (!isOnTheWay(code, mark, from)) return false;
    if (!meets(factsAt(code, test).kinds, candidate.facts.kinds)) return false;
    return !waitsBetween(code, around, mark, from) && !waitsBetween(code, around, from, test);
  });
  if (isMarked || waitsBefore(code, from, around)) return isMarked;
  const { tests, byKey } = testsIn(code, around);
  return [...markedByCallers(code, candidate, around, 0)].some((key) =>
    (byKey.get(key) ?? []).some((index) => {
      const { node: test, reads } = tests[index] as (typeof tests)[number];
      if (startOf(test) < startOf(from) || waitsBetween(code, around, from, test)) return false;
      if (!readsItself(code, test, key, reads.get(key), startOf(from))) return false;
      return meets(factsAt(code, test).kinds, candidate.facts.kinds) && !isOfAnswer(code, candidate, key);
    }),
  );
}

/**
 * Whether a handler marks its run at once behind a read of the tokens, and a predicate that a call of unseen code is
 * given tests the mark: `events.filter(() => !this.running).each((event) => this.stepUp(event))`.
 */
export function isMarkTestedOutside(code: Code, candidate: Candidate, around: Surroundings, from: Node): boolean {
  if (around.type === "Program") return false;
  const tested = testedOutside(code, around);
  if (tested.length === 0 || waitsBefore(code, from, around)) return false;
  return tested.some(
    ({ node, paths }) =>
      startOf(node) >= startOf(from) &&
      paths.some((path) => path !== candidate.path) &&
      meets(factsAt(code, node).kinds, candidate.facts.kinds) &&
      !waitsBetween(code, around, from, node),
  );
}

/** The changes that a function makes of what such predicates read. */
const testedOutside = (code: Code, around: FunctionNode) =>
  code.answers.of(testedOutside, around, () =>
    changesOf(code, around).flatMap(({ node, paths }) => {
      const tested = paths.filter((path) => isReadByPredicate(code, path, around));
      return tested.length > 0 ? [{ node, paths: tested }] : [];
    }),
  );

const isReadByPredicate = (code: Code, path: string, handler: FunctionNode): boolean =>
  code.answers.ofBoth(isReadByPredicate, handler, path, () => {
    const name = path.slice(path.lastIndexOf(".") + 1).replace(/@\d+$/, "");
    return (code.bindings.mentions(name, code.tree.program) ?? []).some(
      (mention) =>
        pathOf(code, expressionNamed(code, mention) ?? mention) === path && isOfPredicate(code, mention, handler),
    );
  });

/** Whether a read is in what a function gives that is handed to a call of unseen code, and is not the handler. */
function isOfPredicate(code: Code, read: Node, handler: FunctionNode): boolean {
  const around = code.tree.functionAround(read);
  if (!around || covers(around, handler) || covers(handler, around)) return false;
  // What a getter gives is a value, wherever that goes.
  if ("kind" in around && around.kind !== "method") return false;
  const isGiven =
    covers(around.body, read) &&
    (around.body.type !== "BlockStatement" ||
      code.tree.own(around.body, "ReturnStatement").some((each) => covers(each, read)));
  const places = isGiven ? [around, ...(usesOf(code, around)?.mentions ?? [])] : [];
  return places.some((place) => {
    const call = code.tree.parent(place);
    return isCall(call) && call.callee !== place && !functionNamed(code, call.callee);
  });
}

/** Whether some state is the answer's own, which no other run has. */
const isOfAnswer = (code: Code, candidate: Candidate, key: StateKey): boolean =>
  answerOf(code, candidate).some((source) => key.startsWith(`${source}.`) || key.endsWith(`(${source})`));

/** More callers behind each other than a handler has. */
const MOST_CALLERS = 3;

/** The state that callers of a function change right before they call it: `return this.stepUp(response, ++this.run)`. */
const markedByCallers = (
  code: Code,
  candidate: Candidate,
  target: FunctionNode,
  depth: number,
): ReadonlySet<StateKey> =>
  code.answers.ofBoth(markedByCallers, target, `${candidate.facts.kinds} ${depth}`, () => {
    const found = new Set<StateKey>();
    for (const mention of depth < MOST_CALLERS ? (usesOf(code, target)?.mentions ?? []) : []) {
      const caller = covers(target, mention) ? undefined : code.tree.functionAround(mention);
      const call = code.tree.parent(mention);
      if (!caller || !isCall(call)) continue;
      for (const { node, keys } of changesAfter(code, candidate, caller, 0)) {
        if (node === call || endOf(node) > endOf(call) || !isOnTheWay(code, node, mention)) continue;
        if (!waitsBetween(code, caller, node, mention)) for (const key of keys) found.add(key);
      }
      if (waitsBefore(code, mention, caller)) continue;
      for (const key of markedByCallers(code, candidate, caller, depth + 1)) found.add(key);
    }
    return found;
  });

interface Mark {
  readonly key: StateKey;
  readonly mark: Node;
  readonly test: Node;
}

/** More marks than a handler has; so many changes and tests of one state are no marks of a run. */
const MOST_MARKS = 20;

/** What a function changes and reads, behind that, in a test itself. What a name kept before is what it was. */
function marksIn(
  code: Code,
  candidate: Candidate,
  around: Exclude<Surroundings, { type: "Program" }>,
): readonly Mark[] {
  return code.answers.ofBoth(marksIn, around, candidate.facts.kinds, () => {
    const { tests, byKey } = testsIn(code, around);
    const marks: Mark[] = [];
    for (const { node: mark, keys } of changesAfter(code, candidate, around, 0))
      for (const key of keys)
        for (const index of byKey.get(key) ?? []) {
          const test = tests[index]?.node;
          if (marks.length >= MOST_MARKS) return marks;
          if (
            test &&
            startOf(test) >= endOf(mark) &&
            readsItself(code, test, key, tests[index]?.reads.get(key), endOf(mark))
          )
            marks.push({ key, mark, test });
        }
    return marks;
  });
}

/** Whether a test reads some state behind an offset: where the first read is not, one of its own members is. */
function readsItself(code: Code, test: Node, key: StateKey, first: Node | undefined, behind: number): boolean {
  if (first && startOf(first) >= behind) return true;
  let isRead = false;
  code.tree.walk(test, (node) => {
    isRead ||= isMember(node) && pathOf(code, node) === key;
    return !isRead;
  });
  return isRead;
}

import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { meets } from "../find/kinds.ts";
import { isMember, pathOf } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { endOf, type Node, startOf } from "../parse/tree.ts";
import { isOnTheWay } from "./lost-before.ts";
import { answerOf, changesAfter, type Surroundings } from "./state.ts";
import type { StateKey } from "./state-keys.ts";
import { testsIn } from "./tested-state.ts";
import { waitsBetween } from "./waits.ts";

/**
 * Whether a handler marks its run before a read of the tokens, and looks behind it whether the mark is its own still:
 * `const mine = ++this.run; … if (mine !== this.run) return;`. An await between the two gives the mark to another run.
 *
 * @param from where the tokens would be read
 */
export function isMarkedBefore(code: Code, candidate: Candidate, around: Surroundings, from: Node): boolean {
  if (around.type === "Program") return false;
  const answers = answerOf(code, candidate);
  return marksIn(code, candidate, around).some(({ key, mark, test }) => {
    if (answers.some((source) => key.startsWith(`${source}.`) || key.endsWith(`(${source})`))) return false;
    if (endOf(mark) > startOf(from) || startOf(test) < startOf(from)) return false;
    if (!isOnTheWay(code, mark, from)) return false;
    if (!meets(factsAt(code, test).kinds, candidate.facts.kinds)) return false;
    return !waitsBetween(code, around, mark, from) && !waitsBetween(code, around, from, test);
  });
}

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
          if (test && startOf(test) >= endOf(mark) && readsItself(code, test, key, tests[index]?.reads.get(key), mark))
            marks.push({ key, mark, test });
        }
    return marks;
  });
}

/** Whether a test reads some state behind its change: where the first read is not, one of its own members is. */
function readsItself(code: Code, test: Node, key: StateKey, first: Node | undefined, mark: Node): boolean {
  if (first && startOf(first) >= endOf(mark)) return true;
  let isRead = false;
  code.tree.walk(test, (node) => {
    isRead ||= isMember(node) && pathOf(code, node) === key;
    return !isRead;
  });
  return isRead;
}

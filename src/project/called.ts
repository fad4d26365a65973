import { ts } from "ts-morph";
import { type Alternative, CONSTANT, KEEPING, PREVIOUS } from "../find/alternatives.ts";
import { type Candidate, findCandidates, handles } from "../find/find.ts";
import { ANY } from "../find/kinds.ts";
import { predicateTruth } from "../find/predicates.ts";
import { returnsOf } from "../find/returns.ts";
import type { OutsidePredicate, OutsideResult } from "../model/facts.ts";
import type { Range } from "../model/site.ts";
import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers } from "../parse/tree.ts";
import { calledElsewhere, type FileSight, type FoundFunction } from "./sight.ts";

/** The values that a function of another file may return to a call; undefined where its arguments do not tell. */
export function resultOf(sight: FileSight, range: Range): readonly OutsideResult[] | undefined {
  const found = calledElsewhere(sight, range);
  if (!found || found.call.arguments.some(ts.isSpreadElement) || found.target.node.generator) return undefined;
  const { code, node } = found.target;
  const returned = returnsOf(code, node) ?? [];
  const isTold = ({ parts }: Alternative) => (parts & PREVIOUS) !== 0 || (parts & ~CONSTANT) === 0;
  if (!returned.every(isTold) || returned.every(({ parts }) => (parts & PREVIOUS) === 0)) return undefined;
  const positions = positionsOf(found.target, found.call.arguments.length);
  const at = (paths: readonly string[]) => [...new Set(paths.flatMap((path) => positions.get(path) ?? []))];
  return returned.map(({ parts, kept, facts }) => ({
    arguments: at(kept),
    keepsScope: (parts & KEEPING & ~PREVIOUS) !== 0,
    empty: at(facts.absent),
    kinds: facts.kinds,
    proved: facts.proved,
  }));
}

/** The positions of the arguments that each parameter of a function gets: several for a rest parameter. */
function positionsOf({ code, node }: FoundFunction, count: number): Map<string, number[]> {
  const all = Array.from({ length: count }, (_, position) => position);
  const found = new Map<string, number[]>();
  for (const [index, parameter] of node.params.entries()) {
    const positions = all.slice(index, parameter.type === "RestElement" ? undefined : index + 1);
    for (const name of boundNames(parameter)) {
      const binding = code.bindings.resolve(name);
      if (binding) found.set(binding.id, positions);
    }
  }
  return found;
}

/** What the answer of a function of another file tells, where it is used as a condition. */
export function predicateOf(sight: FileSight, range: Range): OutsidePredicate | undefined {
  const found = calledElsewhere(sight, range);
  if (!found) return undefined;
  const { code, node } = found.target;
  // A promise or an iterator is truthy whatever comes of it.
  if (node.generator || (node.async && !ts.isAwaitExpression(found.call.parent))) return undefined;
  const { yes, no } = predicateTruth(code, node);
  if (yes.kinds === ANY && no.kinds === ANY) return undefined;
  return {
    yes: { kinds: yes.kinds, proved: yes.proved },
    no: { kinds: no.kinds, proved: no.proved },
    ofErrorCode: [...yes.tests, ...no.tests].some((test) => test.ofErrorCode),
  };
}

/** Whether a function of another file that gets the scope in one of its arguments holds the sink. */
export function handlesArgument(sight: FileSight, range: Range, argument: Range): boolean {
  const found = calledElsewhere(sight, range);
  if (!found) return false;
  const offset = sight.offsetIn(sight.file.fileName);
  const index = found.call.arguments.findIndex(
    (each) => each.getStart() + offset <= argument.start && argument.end <= each.end + offset,
  );
  const { code, node } = found.target;
  const parameter = node.params[index];
  if (!parameter) return false;
  return handles(code, node, parameter) || candidatesIn(code).some((each) => covers(node, each.node));
}

const candidates = (code: Code) => code.answers.about<Code, readonly Candidate[]>(candidates);

function candidatesIn(code: Code): readonly Candidate[] {
  const found = candidates(code).get(code) ?? findCandidates(code);
  candidates(code).set(code, found);
  return found;
}

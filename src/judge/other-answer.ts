import { factsAt } from "../find/dominance.ts";
import { type Kinds, meets } from "../find/kinds.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../parse/tree.ts";
import { rootOf } from "./owners/frames.ts";
import { bodyOf } from "./state.ts";

/**
 * Whether a function comes to a node with none but other answers than some, by what it tests of the answer that it gives:
 * `const answer = await fetch(url); if (answer.status === 401) …; return answer;`.
 */
export function isOfOtherAnswer(code: Code, node: Node, target: FunctionNode, kinds: Kinds): boolean {
  const facts = factsAt(code, node);
  if (meets(facts.kinds, kinds)) return false;
  const given = code.tree
    .own(bodyOf(target), "ReturnStatement")
    .map(({ argument }) => argument && rootOf(code, argument));
  const tested = facts.tests.flatMap(({ subject }) =>
    subject && covers(target, subject) ? [rootOf(code, subject)] : [],
  );
  return tested.length > 0 && tested.every((root) => root && given.includes(root));
}

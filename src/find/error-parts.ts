import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { argumentsAt, slotOfMade } from "./handed-functions.ts";
import { classGiven } from "./shells.ts";
import { type Member, memberName, unwrap } from "./syntax.ts";

/**
 * What this file gives for a property of an object that is tested to be of a class of it: `scope` for `problem.needed`,
 * where `problem instanceof MissingScope` and `throw new MissingScope(scope)`.
 */
export function partsOfTested(code: Code, member: Member): readonly Node[] {
  const object = unwrap(member.object);
  const name = memberName(code, member);
  const binding = object.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  if (!binding || name === undefined) return [];
  for (const mention of code.bindings.references(binding) ?? []) {
    const test = code.tree.parent(mention);
    const isTest = test?.type === "BinaryExpression" && test.operator === "instanceof" && test.left === mention;
    const slot = isTest ? slotOfMade(code, classGiven(code, test.right), name) : undefined;
    if (slot) return argumentsAt(code, slot);
  }
  return [];
}

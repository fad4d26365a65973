import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { argumentsAt, assignedTo, constructorOf, slotOfMade } from "./handed-functions.ts";
import { classGiven } from "./shells.ts";
import { type Member, memberName, unwrap } from "./syntax.ts";

/**
 * What this file gives for a property of an object that is tested to be of a class of it: `scope` for `problem.needed`,
 * where `problem instanceof MissingScope` and `throw new MissingScope(scope)`.
 *
 * @returns nothing where the class makes the property of something else; undefined where it is of no class that is made
 *   here
 */
export function partsOfTested(code: Code, member: Member): readonly Node[] | undefined {
  const name = memberName(code, member);
  const owner = classTested(code, unwrap(member.object));
  const maker = constructorOf(code, owner);
  if (!maker || name === undefined || argumentsAt(code, { taker: maker, index: 0, names: [] }).length === 0)
    return undefined;
  const slot = slotOfMade(code, owner, name);
  if (slot) return slot.names.length === 0 ? argumentsAt(code, slot) : [];
  // `this.needed = /scope="([^"]*)"/.exec(header)?.[1];`
  const made = assignedTo(code, maker, name);
  return made ? [made] : [];
}

/** The class of this file of which a variable is tested to be. */
export function classTested(code: Code, object: Node): t.Class | undefined {
  const binding = object.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  for (const mention of (binding && code.bindings.references(binding)) ?? []) {
    const test = code.tree.parent(mention);
    const isTest = test?.type === "BinaryExpression" && test.operator === "instanceof" && test.left === mention;
    const owner = isTest ? classGiven(code, test.right) : undefined;
    if (owner) return owner;
  }
  return undefined;
}

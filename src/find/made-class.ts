import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { functionNamed } from "./functions.ts";
import { classGiven, isDeferred } from "./shells.ts";
import { constantValue, isCall, unwrap } from "./syntax.ts";

/**
 * The class of this file of which an object certainly is: of a `new`, of a name for one, and of what a function of the
 * file gives, as `static of(response) { return new Challenge(response) }` and a builder's methods do, by `return this`.
 */
export function classMade(code: Code, expression: Node): t.Class | undefined {
  const node = unwrap(expression);
  if (node.type === "NewExpression") return classGiven(code, node.callee);
  if (node.type !== "Identifier" && !isCall(node)) return undefined;
  const known = code.answers.about<Node, t.Class | undefined>(classMade);
  if (known.has(node)) return known.get(node);
  // Until it is known, what is made of itself is of no class.
  known.set(node, undefined);
  const value = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const target = isCall(node) ? functionNamed(code, node.callee) : undefined;
  const found = value ? classMade(code, value) : target && classReturned(code, target);
  known.set(node, found);
  return found;
}

/** The class of all that a function returns. */
function classReturned(code: Code, target: FunctionNode): t.Class | undefined {
  if (isDeferred(target) || target.generator) return undefined;
  const values: readonly (Node | null | undefined)[] =
    target.body.type === "BlockStatement"
      ? code.tree.own(target.body, "ReturnStatement").map(({ argument }) => argument)
      : [target.body];
  const [first, ...others] = values.map((value) => value && classOfReturned(code, value, target));
  return others.every((each) => each === first) ? (first ?? undefined) : undefined;
}

function classOfReturned(code: Code, value: Node, target: FunctionNode): t.Class | undefined {
  if (unwrap(value).type !== "ThisExpression") return classMade(code, value);
  const isMethod = target.type === "ClassMethod" && !target.static;
  return isMethod ? code.tree.classAround(target) : undefined;
}

import type * as t from "@babel/types";
import { classOfValue } from "../../find/instances.ts";
import { assignmentAround } from "../../find/patterns.ts";
import { expressionNamed } from "../../find/request-use.ts";
import { constantValue, isMember, unwrap } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type Node } from "../../parse/tree.ts";

/** A field of an object that code outside of its class gives a value. */
export interface GivenFromOutside {
  readonly node: t.AssignmentExpression;
  /** The object, as that code names it. */
  readonly object: Node;
}

/**
 * Where code outside of a class gives a field of an object of it another value: `channel.host = host` of a `channel` that
 * was in use before. What is given to an object right where that is made replaces nothing.
 *
 * @param name of the field
 */
export const givenFromOutside = (code: Code, owner: t.Class, name: string): readonly GivenFromOutside[] =>
  code.answers.ofBoth(givenFromOutside, owner, name, () =>
    (code.bindings.mentions(name, code.tree.program) ?? []).flatMap((mention) => {
      const member = covers(owner, mention) ? undefined : expressionNamed(code, mention);
      if (!isMember(member) || unwrap(member.object).type === "ThisExpression") return [];
      const node = assignmentAround(code, member);
      const isIt = node !== undefined && unwrap(node.left) === member && isInUse(code, member.object, owner);
      return isIt ? [{ node, object: member.object }] : [];
    }),
  );

/** Whether an object is likely one of a class, and may have been made before. */
function isInUse(code: Code, object: Node, owner: t.Class): boolean {
  const node = unwrap(object);
  const held = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const value = held && unwrap(held);
  // What is made right there is in no use yet.
  if (value?.type === "NewExpression") return false;
  const choices =
    value?.type === "LogicalExpression"
      ? [value.left, value.right]
      : value?.type === "ConditionalExpression"
        ? [value.consequent, value.alternate]
        : [object];
  return choices.some((each) => classOfValue(code, each) === owner);
}

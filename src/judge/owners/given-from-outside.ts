import type * as t from "@babel/types";
import { typesNamed } from "../../find/declared-types.ts";
import { assignmentAround } from "../../find/patterns.ts";
import { expressionNamed } from "../../find/request-use.ts";
import { classGiven } from "../../find/shells.ts";
import { constantValue, isMember, unwrap } from "../../find/syntax.ts";
import { declaredType } from "../../find/types.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type Node } from "../../parse/tree.ts";
import { firstValues } from "../holders.ts";

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

/** Whether an object is one of a class, and may have been made before. */
function isInUse(code: Code, object: Node, owner: t.Class): boolean {
  const isNew = (value: Node | null | undefined): boolean =>
    value?.type === "NewExpression" && classGiven(code, value.callee) === owner;
  const node = unwrap(object);
  const held = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const value = held && unwrap(held);
  if (isNew(value)) return false;
  if (value?.type === "LogicalExpression") return isNew(unwrap(value.left)) || isNew(unwrap(value.right));
  if (value?.type === "ConditionalExpression") return isNew(unwrap(value.consequent)) || isNew(unwrap(value.alternate));
  const type = declaredType(code, object)?.annotation;
  const declared = type?.type === "TSTypeReference" ? [typesNamed(code, type)].flat() : [];
  return declared.includes(owner as never) || firstValues(code, object).some((each) => isNew(unwrap(each)));
}

import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { returnedValues } from "./functions.ts";
import { isMember, isNothing, pathOf, propertyValue, unwrap } from "./syntax.ts";
import { textOfValue } from "./text-of.ts";
import { LIST } from "./text-types.ts";
import { isThisMember } from "./this.ts";
import { propertyKey } from "./type-names.ts";

/**
 * Whether the `tokens()` that a class writes out gives no text of scopes, or not a second time: a record with a list, or
 * one that is let go of when it is given.
 */
export function givesNoText(code: Code, declaration: t.Class): boolean {
  const method = declaration.body.body.find((part) => propertyKey(code, part) === "tokens");
  if (method?.type !== "ClassMethod" || method.kind !== "method") return false;
  return letsGo(code, method) || givesList(code, method);
}

function givesList(code: Code, method: t.ClassMethod): boolean {
  const records = (returnedValues(code, method) ?? []).flatMap(({ value }) => (value ? recordsIn(value) : []));
  return records.some((record) => {
    const scope = propertyValue(code, record, "scope");
    return scope !== undefined && (textOfValue(code, scope) & LIST) !== 0;
  });
}

/** The literals of which an expression may give one. */
function recordsIn(expression: Node): readonly t.ObjectExpression[] {
  const node = unwrap(expression);
  switch (node.type) {
    case "ObjectExpression":
      return [node];
    case "AwaitExpression":
      return recordsIn(node.argument);
    case "LogicalExpression":
      return [...recordsIn(node.left), ...recordsIn(node.right)];
    case "ConditionalExpression":
      return [...recordsIn(node.consequent), ...recordsIn(node.alternate)];
    default:
      return [];
  }
}

/** `const taken = this.held; this.held = undefined; return taken`, whatever the state is. */
const letsGo = (code: Code, { body }: t.ClassMethod): boolean =>
  body.body.some((statement) => {
    const write = statement.type === "ExpressionStatement" ? statement.expression : undefined;
    if (write?.type !== "AssignmentExpression" || write.operator !== "=" || !isNothing(write.right)) return false;
    return isMember(write.left) && isThisMember(pathOf(code, write.left));
  });

import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { constantNumber, constantText, isMember, type Member, memberName, unwrap } from "./syntax.ts";

/** What `true` and `false` are, and what minifiers make of them: `!0`, `!1`. */
export function booleanOf(expression: Node): boolean | undefined {
  const node = unwrap(expression);
  if (node.type === "BooleanLiteral") return node.value;
  const isNegated = node.type === "UnaryExpression" && node.operator === "!";
  return isNegated && node.argument.type === "NumericLiteral" ? node.argument.value === 0 : undefined;
}

/** The text, the number or the yes or no that an expression always has. */
export function constantOf(code: Code, value: Node): string | number | boolean | undefined {
  const node = unwrap(value);
  return (
    booleanOf(node) ??
    constantText(code, node) ??
    constantNumber(code, node) ??
    (isMember(node) ? numberInEnum(code, node) : undefined)
  );
}

/** The number of a member of an enum that is given none, and so is one more than the member before. */
function numberInEnum(code: Code, member: Member): number | undefined {
  const object = unwrap(member.object);
  const declaration = object.type === "Identifier" ? code.bindings.resolve(object)?.declaration : undefined;
  if (declaration?.type !== "TSEnumDeclaration") return undefined;
  const name = memberName(code, member);
  let number: number | undefined = -1;
  for (const { id, initializer } of (declaration.body ?? declaration).members) {
    number = initializer ? constantNumber(code, initializer) : number === undefined ? undefined : number + 1;
    if ((id.type === "Identifier" ? id.name : id.value) === name) return number;
  }
  return undefined;
}

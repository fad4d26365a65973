import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { constantValue, isCall, isMember, pathOf, unwrap } from "./syntax.ts";

/** What makes symbols: each time another, or one for each text. */
const MAKERS = ["Symbol", "Symbol.for"];

/** The call that makes the symbol which a name stands for. */
export function symbolOf(code: Code, expression: Node): Node | undefined {
  const node = unwrap(expression);
  const made = node.type === "Identifier" ? constantValue(code, node) : undefined;
  return isCall(made) && MAKERS.includes(pathOf(code, made.callee) ?? "") ? made : undefined;
}

/** Whether no other call makes the same symbol. */
export const isUnique = (code: Code, made: Node): boolean => isCall(made) && pathOf(code, made.callee) === "Symbol";

/** What the field of a class is given that a symbol names, `this[kSession]`; undefined where that is not seen. */
export function valuesUnderSymbol(code: Code, expression: Node): readonly Node[] | undefined {
  const member = unwrap(expression);
  if (!isMember(member) || !member.computed || member.object.type !== "ThisExpression") return undefined;
  const key = member.property;
  const binding = key.type === "Identifier" && symbolOf(code, key) ? code.bindings.resolve(key) : undefined;
  if (!binding) return undefined;
  const owner = code.tree.classAround(member);
  const values = namesOf(code, binding).flatMap((mention): Node[] => {
    const part = code.tree.parent(mention);
    if (part?.type === "ClassProperty" && part.computed && part.key === mention)
      return code.tree.classAround(part) === owner && part.value ? [part.value] : [];
    // What compilers make of a field.
    const isHelped = isCall(part) && part.arguments[1] === mention && part.callee.type === "Identifier";
    if (isHelped && part.arguments[0]?.type === "ThisExpression") return part.arguments[2] ? [part.arguments[2]] : [];
    const put = isMember(part) && part.property === mention ? code.tree.parent(part) : undefined;
    if (put?.type !== "AssignmentExpression" || put.left !== part) return [];
    return [put.right.type === "Identifier" ? (constantValue(code, put.right) ?? put.right) : put.right];
  });
  return values.length > 0 ? values : undefined;
}

/** The mentions of a name, and of those that compilers give its value: `_a = kSession`. */
function namesOf(code: Code, binding: Binding): readonly Node[] {
  const mentions = code.bindings.references(binding) ?? [];
  const others = mentions.flatMap((mention) => {
    const copy = code.tree.parent(mention);
    const name = copy?.type === "AssignmentExpression" && copy.right === mention ? copy.left : undefined;
    const other = name?.type === "Identifier" ? code.bindings.resolve(name) : undefined;
    return (other && code.bindings.references(other)) ?? [];
  });
  return [...mentions, ...others];
}

import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { isWritten } from "./request-use.ts";
import { isCall, isMember, memberName, propertyName } from "./syntax.ts";

/** How many names a result goes through. */
const MOST_NAMES = 3;

/**
 * The expressions and patterns that have what a call gives, waited for or not: the call itself, the names that it is
 * given, and the parameter of what is called with it.
 */
export function holdersOf(code: Code, result: Node, depth = 0): Node[] {
  const parent = code.tree.parent(result);
  switch (parent?.type) {
    case "AwaitExpression":
    case "YieldExpression":
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
      return holdersOf(code, parent, depth);
    case "LogicalExpression":
      return parent.operator === "&&" && parent.left === result
        ? [result]
        : [result, ...holdersOf(code, parent, depth)];
    case "ConditionalExpression":
      return parent.test === result ? [result] : holdersOf(code, parent, depth);
    case "VariableDeclarator":
      return parent.init === result ? [result, ...namedBy(code, parent.id, depth)] : [result];
    case "AssignmentExpression":
      if (parent.right !== result) return [result];
      return [...namedBy(code, parent.left, depth), ...holdersOf(code, parent, depth)];
    case "MemberExpression":
    case "OptionalMemberExpression":
      return [result, ...(parent.object === result ? givenBy(code, parent, depth) : [])];
    default:
      return [result];
  }
}

function namedBy(code: Code, pattern: Node, depth: number): Node[] {
  if (pattern.type === "ObjectPattern") return [pattern];
  const name = pattern.type === "AssignmentPattern" ? pattern.left : pattern;
  const binding = name.type === "Identifier" && depth < MOST_NAMES ? code.bindings.resolve(name) : undefined;
  return ((binding && code.bindings.references(binding)) ?? []).flatMap((reference) =>
    isWritten(code, reference) ? [] : holdersOf(code, reference, depth + 1),
  );
}

/** What `result.then(…)` gives a result to. */
function givenBy(code: Code, member: Node, depth: number): Node[] {
  const call = code.tree.parent(member);
  if (!isMember(member) || memberName(code, member) !== "then" || !isCall(call) || call.callee !== member) return [];
  const [target] = call.arguments;
  const [parameter] = isFunction(target) ? target.params : [];
  return parameter ? namedBy(code, parameter, depth) : [];
}

/** The properties that are read of what a call gives, with what is made of each. */
export function propertiesRead(code: Code, result: Node): { name: string; node: Node }[] {
  return holdersOf(code, result).flatMap((holder) => {
    if (holder.type === "ObjectPattern") {
      return holder.properties.flatMap((property) => {
        const name =
          property.type === "ObjectProperty" ? propertyName(code, property.key, property.computed) : undefined;
        return name === undefined ? [] : [{ name, node: property }];
      });
    }
    const member = code.tree.parent(holder);
    const name = isMember(member) && member.object === holder ? memberName(code, member) : undefined;
    return member && name !== undefined ? [{ name, node: member }] : [];
  });
}

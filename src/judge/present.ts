import { regexSource } from "../find/error-code.ts";
import type { Candidate } from "../find/find.ts";
import { methodOf } from "../find/library/lookup.ts";
import { needsGroup } from "../find/pattern-needs.ts";
import { constantValue, isCall, isMember, pathOf, unwrap } from "../find/syntax.ts";
import { textOfType } from "../find/text-of.ts";
import { TEXT } from "../find/text-types.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

/** Whether an expression can be written twice: a name, or members of one. */
export function isPath(expression: Node): boolean {
  const node = unwrap(expression);
  if (!isMember(node)) return node.type === "Identifier";
  const isNamed = !node.computed || node.property.type === "NumericLiteral";
  return isNamed && (node.object.type === "ThisExpression" || isPath(node.object));
}

/** Whether a test or its type shows that the name is there under which the challenged scope is kept. */
export function isProvedPresent(code: Code, { value, facts }: Candidate): boolean {
  if (!isPath(value)) return false;
  return (
    facts.present.includes(pathOf(code, value) ?? "") ||
    isGroupFound(code, value, facts.present) ||
    textOfType(code, value) === TEXT
  );
}

/** Whether a value is a group of a match that was found, of a pattern that needs it: `found[1]` behind `if (found)`. */
function isGroupFound(code: Code, value: Node, present: readonly string[]): boolean {
  const group = unwrap(value);
  if (!isMember(group) || !present.includes(pathOf(code, group.object) ?? "")) return false;
  const name = unwrap(group.object);
  const match = name.type === "Identifier" ? constantValue(code, name) : undefined;
  const call = match && unwrap(match);
  if (!isCall(call) || !isMember(call.callee) || methodOf(code, call.callee) === undefined) return false;
  const pattern = [call.callee.object, ...call.arguments].flatMap((each) => regexSource(code, each) ?? []);
  const { property } = group;
  if (property.type !== "NumericLiteral") return false;
  return property.value === 0 || (pattern.length === 1 && pattern.every((each) => needsGroup(each, property.value)));
}

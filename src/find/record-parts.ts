import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { copiesRecords } from "./calls.ts";
import { writesScope } from "./records.ts";
import { constantValue, isCall, isNothing, propertyName, unwrap } from "./syntax.ts";
import { declaredType } from "./types.ts";

/** What may give a record another `scope` than a part of it does: a part by that name, or one not known. */
export type Competing = "scope" | "unknown";

/** The parts that stand before and behind one in the same record, those of the records around it included. */
export function partsAround(code: Code, part: Node): { before: Node[]; behind: Node[] } {
  const before: Node[] = [];
  const behind: Node[] = [];
  let child = part;
  for (const parent of code.tree.ancestors(part)) {
    const parts: readonly Node[] | undefined =
      parent.type === "ObjectExpression"
        ? parent.properties
        : parent.type === "CallExpression" && copiesRecords(code, parent)
          ? parent.arguments
          : undefined;
    if (parts) {
      before.push(...parts.slice(0, parts.indexOf(child)));
      behind.push(...parts.slice(parts.indexOf(child) + 1));
    } else if (parent.type !== "SpreadElement" && unwrap(parent) !== unwrap(child)) break;
    child = parent;
  }
  return { before, behind };
}

/** What stands behind a record's property `scope` and may take its place. */
export const competingBehind = (code: Code, property: t.ObjectProperty): Competing | undefined =>
  overriding(code, partsAround(code, property).behind);

/** What some parts of a record give as its `scope`, the last one deciding. */
export function overriding(code: Code, parts: readonly Node[], depth = 0): Competing | undefined {
  let found: "unknown" | undefined;
  for (const part of parts) {
    const brought = broughtBy(code, part, depth);
    if (brought === "scope") return "scope";
    found ??= brought;
  }
  return found;
}

function broughtBy(code: Code, part: Node, depth: number): Competing | undefined {
  if (part.type !== "ObjectProperty" && part.type !== "ObjectMethod")
    return heldBy(code, part.type === "SpreadElement" ? part.argument : part, depth);
  const name = propertyName(code, part.key, part.computed);
  if (name === undefined) return "unknown";
  return name === "scope" ? "scope" : undefined;
}

/** Whether a record that is copied into another brings a `scope`. */
function heldBy(code: Code, record: Node, depth: number): Competing | undefined {
  const node = unwrap(record);
  if (depth > 8) return "unknown";
  if (isNothing(node) || node.type === "BooleanLiteral") return undefined;
  if (node.type === "ObjectExpression") return overriding(code, node.properties, depth + 1);
  if (isCall(node) && copiesRecords(code, node)) return overriding(code, node.arguments, depth + 1);
  if (node.type === "ConditionalExpression") {
    const [yes, no] = [node.consequent, node.alternate].map((branch) => heldBy(code, branch, depth + 1));
    return yes === no ? yes : "unknown";
  }
  // What `&&` gives instead of its right side has no properties of its own.
  if (node.type === "LogicalExpression") {
    const sides = node.operator === "&&" ? [node.right] : [node.left, node.right];
    return sides.some((side) => heldBy(code, side, depth + 1)) ? "unknown" : undefined;
  }
  const literal = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const isLiteral = literal && unwrap(literal).type === "ObjectExpression";
  if (literal && isLiteral) return writesScope(code, node) ? "unknown" : heldBy(code, literal, depth + 1);
  const members = declaredType(code, record)?.members;
  return members && !members.includes("scope") ? undefined : "unknown";
}

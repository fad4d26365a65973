import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { covers, endOf, isFunction, type Node, startOf } from "../parse/tree.ts";
import { isBranch } from "./assignments.ts";
import { holds, joiningOf } from "./joined-request.ts";
import { type Overwrite, type Slot, slotOf } from "./slots.ts";
import { constantValue, isCall, isMember, pathOf, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import type { Written } from "./written.ts";

/**
 * What becomes of a write whose place is always written again before anything reads it: it is `lost`, it is part of a
 * union (`granted`), or joined with what may be anything (`other`).
 *
 * @param node the write
 * @param path the sink's path (see `pathOf`), of a sink that has one
 * @returns undefined where what is written may be read as it is
 */
export function fateOf(
  code: Code,
  node: Node,
  written: Written,
  path: string | undefined,
): "lost" | "granted" | "other" | undefined {
  const slot = slotOf(code, node, written, path);
  const overwrite = slot && overwriteOf(code, node, slot);
  if (!overwrite) return undefined;
  const { value } = overwrite;
  if (value === undefined || !mayRead(code, slot, value)) return "lost";
  // What is joined with the challenge itself is no union: `this.scope = scope; this.scope = join(this.scope, scope)`.
  if (slot.path === undefined || holds(code, value, written.value)) return undefined;
  const { path: own } = slot;
  const before = namesBefore(code, node, value, own);
  const joining = [undefined, ...before].map((previous) => joiningOf(code, value, own, previous));
  return joining.includes("granted") ? "granted" : joining.find((each) => each !== undefined);
}

/** The write that always follows another before the place is read. */
function overwriteOf(code: Code, node: Node, slot: Slot): Overwrite | undefined {
  let child = slot.from;
  for (const parent of code.tree.ancestors(slot.from)) {
    const parts = sequenceOf(parent);
    if (parts) {
      for (const part of parts.slice(parts.indexOf(child) + 1)) {
        const found = scan(code, part, slot, node);
        if (found) return found === "read" ? undefined : found;
      }
    } else if (!isPassable(parent, child)) return undefined;
    child = parent;
  }
  return undefined;
}

/** What is done one after the other. */
function sequenceOf(node: Node): readonly Node[] | undefined {
  if (node.type === "BlockStatement" || node.type === "Program") return node.body;
  return node.type === "SequenceExpression" ? node.expressions : undefined;
}

/** Whether nothing else happens between the end of a node and that of the one around it. */
function isPassable(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case "ExpressionStatement":
    case "ParenthesizedExpression":
      return true;
    case "IfStatement":
      return child !== parent.test;
    case "LogicalExpression":
      return child === parent.right && parent.operator === "&&";
    case "VariableDeclaration":
      return parent.declarations.at(-1) === child;
    case "VariableDeclarator":
      return true;
    default:
      return false;
  }
}

/** What a part of the code does first with a place: reads it, or always writes it. */
function scan(code: Code, part: Node, slot: Slot, site: Node): Overwrite | "read" | undefined {
  let found: Overwrite | "read" | undefined;
  code.tree.walk(part, (node) => {
    if (found) return false;
    const overwrite = slot.overwrittenBy(node);
    if (overwrite && !covers(node, site)) {
      found = isAlways(code, node, part) ? overwrite : "read";
      return false;
    }
    if (/^(?:Return|Throw|Break|Continue)Statement$/.test(node.type)) {
      // A minifier returns a sequence; whoever gets control after it may read the place.
      const last = "argument" in node && node.argument ? scan(code, node.argument as Node, slot, site) : undefined;
      found = last !== undefined && isAlways(code, node, part) ? last : "read";
      return false;
    }
    if (slot.isReadBy(node)) found = "read";
    if (isFunction(node) && !slot.isLocal) return false;
    return !found;
  });
  return found;
}

/** Whether a node runs whenever a statement around it does. */
function isAlways(code: Code, node: Node, statement: Node): boolean {
  let child = node;
  for (const parent of node === statement ? [] : code.tree.ancestors(node)) {
    if (isBranch(parent, child)) return false;
    if (parent === statement) return true;
    child = parent;
  }
  return true;
}

/** Whether an expression may read a place: by its path, or by a method that sees the same object. */
function mayRead(code: Code, slot: Slot, value: Node): boolean {
  let found = false;
  code.tree.walk(value, (node) => {
    found ||= slot.isNamedBy(node) || (!slot.isLocal && seesThis(code, node));
    return !found;
  });
  return found;
}

/** Whether a call may see the fields of the object around it. */
function seesThis(code: Code, node: Node): boolean {
  if (!isCall(node)) return false;
  const isOwn = isMember(node.callee) && isThis(pathOf(code, node.callee.object));
  return isOwn || node.arguments.some((argument) => isThis(pathOf(code, argument)));
}

/** The variables in a value that hold what a place held before it was written to. */
function namesBefore(code: Code, site: Node, value: Node, path: string): string[] {
  const found: string[] = [];
  code.tree.walk(value, (node) => {
    const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
    if (binding && endOf(binding.declaration) <= startOf(site) && holdsPath(code, node as t.Identifier, path))
      found.push(binding.id);
    return undefined;
  });
  return found;
}

function holdsPath(code: Code, name: t.Identifier, path: string): boolean {
  const value = constantValue(code, name);
  if (!value) return false;
  const node = unwrap(value);
  const read = node.type === "LogicalExpression" && node.operator !== "&&" ? node.left : node;
  return pathOf(code, read) === path;
}

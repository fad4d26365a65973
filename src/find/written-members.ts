import type { Code } from "../parse/code.ts";
import { covers, endOf, type Node, startOf } from "../parse/tree.ts";
import type { Alternative } from "./alternatives.ts";
import { copiesRecords } from "./calls.ts";
import { type FlowQuestion, leafOf } from "./leaf.ts";
import { assignmentAround } from "./patterns.ts";
import { isCall, isMember, type Member, memberName, pathOf, unwrap } from "./syntax.ts";

/**
 * The values of a challenge's member at a mention: its own, and those that the function has written into it by then, as
 * in `challenge.scope = union; this._scope = challenge.scope`.
 */
export function withWrites(
  question: FlowQuestion,
  mention: Member,
  read: (value: Node) => readonly Alternative[],
): readonly Alternative[] {
  const { code, challenge } = question;
  const own = leafOf(question, mention);
  const path = pathOf(code, mention);
  const name = memberName(code, mention);
  const around = code.tree.functionAround(mention);
  const within = around ?? code.tree.program;
  if (own.challenged !== mention || path === undefined || name === undefined) return [own];
  // Of what is itself asked about, only this mention counts.
  if (challenge.own.has(path)) return [own];
  const found: Alternative[] = [];
  let isReplaced = false;
  for (const written of code.bindings.mentions(name.replace(/^#/, ""), within) ?? []) {
    const write = writeOf(code, written);
    if (!write || endOf(write.node) > startOf(mention) || code.tree.functionAround(write.node) !== around) continue;
    if (pathOf(code, write.record) !== pathOf(code, mention.object)) continue;
    found.push(...read(write.value));
    if (isBeforeInOneList(code, write.node, mention)) isReplaced = true;
  }
  return isReplaced ? found : [own, ...found];
}

/** `record.name = value`, and `Object.assign(record, { name: value })`. */
function writeOf(code: Code, written: Node): { node: Node; record: Node; value: Node } | undefined {
  const holder = code.tree.parent(written);
  if (isMember(holder) && holder.property === written) {
    const node = assignmentAround(code, holder);
    return node && !covers(node.right, holder) ? { node, record: holder.object, value: node.right } : undefined;
  }
  if (holder?.type !== "ObjectProperty" || startOf(holder.key) !== startOf(written)) return undefined;
  const literal = code.tree.parent(holder);
  const call = literal && code.tree.parent(literal);
  if (literal?.type !== "ObjectExpression" || !isCall(call) || !copiesRecords(code, call)) return undefined;
  const [record] = call.arguments;
  return record && unwrap(record) !== literal ? { node: call, record, value: holder.value } : undefined;
}

/** Whether a write stands before a mention in a list or a minifier's sequence that holds both. */
export function isBeforeInOneList(code: Code, write: Node, mention: Node): boolean {
  for (const parent of code.tree.ancestors(write)) {
    if (covers(parent, mention)) return /^(?:BlockStatement|SwitchCase|Program|SequenceExpression)$/.test(parent.type);
    if (parent.type !== "ExpressionStatement" && parent.type !== "SequenceExpression") return false;
  }
  return false;
}

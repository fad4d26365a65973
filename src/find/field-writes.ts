import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isLoop, type Node, startOf } from "../parse/tree.ts";
import { copiesRecords } from "./calls.ts";
import { both, type Facts, NOTHING } from "./facts.ts";
import { usesOf } from "./functions.ts";
import { assignmentAround } from "./patterns.ts";
import { isCall, isMember, type Member, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";
import { wayBetween } from "./ways.ts";

/** A write of a field or variable that can be the last one before a mention. */
export interface LastWrite {
  /** The assignment, call or `delete`. */
  readonly node: Node;
  /** What is written; undefined for nothing, or for what a pattern takes. */
  readonly value?: Node;
  /** What a pattern takes it from. */
  readonly taken?: Node;
  /** What holds if it is the last one. */
  readonly facts: Facts;
}

/** The writes that can be the last one before a mention, the latest first; and what holds if there was none. */
export interface WritesBefore {
  readonly writes: readonly LastWrite[];
  /** Absent where there always is one. */
  readonly none?: Facts;
}

/** The writes of a member that can be the last one before a mention of it, in the run of the same function. */
export function fieldWritesBefore(code: Code, mention: Member): WritesBefore {
  const path = pathOf(code, mention);
  const name = memberName(code, mention);
  const around = code.tree.functionAround(mention);
  if (path === undefined || name === undefined) return { writes: [], none: NOTHING };
  return lastOf(code, writesOf(code, mention, path, name, around), mention);
}

/** The writes of a variable that can be the last one before a mention of it, in the run of the same function. */
export function variableWritesBefore(code: Code, binding: Binding, mention: Node): WritesBefore {
  const around = code.tree.functionAround(mention);
  const loop = [...code.tree.ancestors(mention)].find((each) => isLoop(each) && !covers(each, binding.identifier));
  const writes = (code.bindings.writes(binding) ?? []).flatMap((written): Write[] => {
    const node = assignmentAround(code, written);
    if (!node || code.tree.functionAround(node) !== around || (loop && !covers(loop, node))) return [];
    if (node.left !== written) return [{ node, taken: node.right }];
    return isReplacing(node) ? [{ node, value: node.right }] : [];
  });
  return lastOf(code, writes, mention);
}

function lastOf(code: Code, all: readonly Write[], mention: Node): WritesBefore {
  const writes: LastWrite[] = [];
  let facts = NOTHING;
  for (const { node, ...written } of [...all].reverse()) {
    if (endOf(node) > startOf(mention)) continue;
    const way = wayBetween(code, node, mention);
    if (!way) continue;
    writes.push({ node, ...written, facts: both(facts, way.taken) });
    // What a called method does, it may do on some of its paths only.
    if (way.isCertain && !isCall(node)) return { writes };
    facts = both(facts, way.passed);
  }
  return { writes, none: facts };
}

type Write = Omit<LastWrite, "facts">;

/** Every write of a member within a function, by itself or by a method that is called, in source order. */
function writesOf(
  code: Code,
  mention: Member,
  path: string,
  name: string,
  around: FunctionNode | undefined,
): readonly Write[] {
  const within = around ?? code.tree.program;
  const byPath = known.get(within) ?? new Map<string, readonly Write[]>();
  known.set(within, byPath);
  const found = byPath.get(path);
  if (found) return found;
  const plain = name.replace(/^#/, "");
  const owner = isThisMember(path) ? (code.tree.classAround(mention) ?? within) : within;
  const all = (code.bindings.mentions(plain, owner) ?? []).flatMap((written) => {
    const write = writeOf(code, written);
    if (!write || pathOf(code, write.record) !== pathOf(code, mention.object)) return [];
    const { record: _, ...each } = write;
    const writer = code.tree.functionAround(each.node);
    if (writer === around) return [each];
    return callsOf(code, writer, around).map((node) => ({ ...each, node }));
  });
  const sorted = all.sort((a, b) => startOf(a.node) - startOf(b.node));
  byPath.set(path, sorted);
  return sorted;
}

const known = new WeakMap<Node, Map<string, readonly Write[]>>();

/** The calls of one function in another. */
function callsOf(code: Code, called: FunctionNode | undefined, around: FunctionNode | undefined): Node[] {
  // One that is called in place is mentioned by being there.
  const mentions = called ? (usesOf(code, called)?.mentions ?? [called]) : [];
  return mentions.flatMap((mention) => {
    const call = code.tree.parent(mention);
    return isCall(call) && call.callee === mention && code.tree.functionAround(call) === around ? [call] : [];
  });
}

/** `record.name = value`, `delete record.name`, `({ name: record.name } = taken)`, `Object.assign(record, { name: value })`. */
function writeOf(code: Code, written: Node): (Write & { record: Node }) | undefined {
  const parent = code.tree.parent(written);
  const key = parent?.type === "PrivateName" ? parent : written;
  const holder = code.tree.parent(key);
  if (isMember(holder) && holder.property === key) return memberWrite(code, holder);
  if (holder?.type !== "ObjectProperty" || startOf(holder.key) !== startOf(written)) return undefined;
  const literal = code.tree.parent(holder);
  const call = literal && code.tree.parent(literal);
  if (literal?.type !== "ObjectExpression" || !isCall(call) || !copiesRecords(code, call)) return undefined;
  const [record] = call.arguments;
  return record && unwrap(record) !== literal ? { node: call, record, value: holder.value } : undefined;
}

function memberWrite(code: Code, member: Member): (Write & { record: Node }) | undefined {
  const record = member.object;
  const parent = code.tree.parent(member);
  if (parent?.type === "UnaryExpression" && parent.operator === "delete") return { node: parent, record };
  const assignment = assignmentAround(code, member);
  if (!assignment || covers(assignment.right, member)) return undefined;
  if (assignment.left !== member) {
    const value = elementTaken(assignment, member);
    return { node: assignment, record, ...(value ? { value } : { taken: assignment.right }) };
  }
  return isReplacing(assignment) ? { node: assignment, record, value: assignment.right } : undefined;
}

/** What `[old, record.name] = [record.name, value]` writes into the member. */
function elementTaken({ left, right }: t.AssignmentExpression, member: Node): Node | undefined {
  if (left.type !== "ArrayPattern" || right.type !== "ArrayExpression") return undefined;
  const place = (left.elements as readonly (Node | null)[]).indexOf(member);
  return right.elements.slice(0, place + 1).some((each) => each?.type === "SpreadElement")
    ? undefined
    : (right.elements[place] ?? undefined);
}

const isReplacing = ({ operator }: t.AssignmentExpression): boolean => operator === "=" || operator === "&&=";

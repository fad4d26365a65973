import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, indexFrom, isLoop, type Node, startOf } from "../parse/tree.ts";
import { copiesRecords } from "./calls.ts";
import { both, type Facts, NOTHING } from "./facts.ts";
import { assignmentAround } from "./patterns.ts";
import { isCall, isMember, type Member, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";
import { usesOf } from "./uses.ts";
import { wayBetween } from "./ways.ts";

/** More writes under conditions than are told apart, and more calls than are looked at. */
const MOST_WRITES = 6;
const MOST_CALLS = 40;

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
  for (let at = indexFrom(all.map(nodeOf), startOf(mention)) - 1; at >= 0 && writes.length < MOST_WRITES; at--) {
    const { node, ...written } = all[at] as Write;
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

const nodeOf = ({ node }: Write): Node => node;

type Write = Omit<LastWrite, "facts">;

interface MemberWrite extends Write {
  readonly record: Node;
}

/** Every write of a member within a function, by itself or by a method that is called, in source order. */
function writesOf(
  code: Code,
  mention: Member,
  path: string,
  name: string,
  around: FunctionNode | undefined,
): readonly MemberWrite[] {
  const within = around ?? code.tree.program;
  const owner = isThisMember(path) ? (code.tree.classAround(mention) ?? within) : within;
  const record = pathOf(code, mention.object);
  const all = writesByFunction(code, owner, name.replace(/^#/, "")).get(around) ?? [];
  return all.filter((each) => pathOf(code, each.record) === record);
}

type ByFunction = ReadonlyMap<FunctionNode | undefined, readonly MemberWrite[]>;

/** The writes of the members of one name: those in each function, and those in what it calls. */
function writesByFunction(code: Code, owner: Node, name: string): ByFunction {
  const byName = known(code).get(owner) ?? new Map<string, ByFunction>();
  known(code).set(owner, byName);
  const found = byName.get(name);
  if (found) return found;
  const all = new Map<FunctionNode | undefined, MemberWrite[]>();
  const put = (write: MemberWrite) => {
    const around = code.tree.functionAround(write.node);
    all.set(around, [...(all.get(around) ?? []), write]);
  };
  for (const mention of code.bindings.mentions(name, owner) ?? []) {
    const write = writeOf(code, mention);
    if (!write) continue;
    put(write);
    for (const node of callsOf(code, code.tree.functionAround(write.node))) put({ ...write, node });
  }
  for (const writes of all.values()) writes.sort((one, other) => startOf(one.node) - startOf(other.node));
  byName.set(name, all);
  return all;
}

const known = (code: Code) => code.answers.about<Node, Map<string, ByFunction>>(known);

/** The calls of a function; one that is called in place is mentioned by being there. */
function callsOf(code: Code, called: FunctionNode | undefined): Node[] {
  const mentions = called ? (usesOf(code, called)?.mentions ?? [called]) : [];
  return mentions.slice(0, MOST_CALLS).flatMap((mention) => {
    const call = code.tree.parent(mention);
    return isCall(call) && call.callee === mention ? [call] : [];
  });
}

/** `record.name = value`, `delete record.name`, `({ name: record.name } = taken)`, `Object.assign(record, { name: value })`. */
function writeOf(code: Code, written: Node): MemberWrite | undefined {
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

function memberWrite(code: Code, member: Member): MemberWrite | undefined {
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
  const place = left.elements.indexOf(member as t.PatternLike);
  return right.elements.slice(0, place + 1).some((each) => each?.type === "SpreadElement")
    ? undefined
    : (right.elements[place] ?? undefined);
}

const isReplacing = ({ operator }: t.AssignmentExpression): boolean => operator === "=" || operator === "&&=";

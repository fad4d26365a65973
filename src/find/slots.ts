import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { type Node, startOf } from "../parse/tree.ts";
import { getterOf, setterOf } from "./accessors.ts";
import { copiesRecords } from "./calls.ts";
import { isLogged } from "./record-calls.ts";
import { setParameter } from "./request-parameters.ts";
import { isCall, isMember, memberName, pathOf, propertyValue, unwrap } from "./syntax.ts";
import { isThis, isThisMember } from "./this.ts";
import type { Written } from "./written.ts";

/** A place that holds a scope for a while: a field, a variable, a property of a record, a parameter of an address. */
export interface Slot {
  /** Its path (see `pathOf`), where an expression reads it by one. */
  readonly path: string | undefined;
  /** The node after which other code may read it. */
  readonly from: Node;
  /** Whether only this function sees it, so that a call of another reads nothing. */
  readonly isLocal: boolean;
  /** Whether a node names it, or the object that holds it as a whole. */
  readonly isNamedBy: (node: Node) => boolean;
  /** Whether a node reads it, or may. */
  readonly isReadBy: (node: Node) => boolean;
  /** The write that a node is, if it leaves nothing of what was there. */
  readonly overwrittenBy: (node: Node) => Overwrite | undefined;
}

/** A write to a place. */
export interface Overwrite {
  /** What is there then; undefined where nothing is. */
  readonly value?: Node;
}

/** The place that a write fills; undefined where its later reads can't be followed. */
export function slotOf(code: Code, node: Node, written: Written, path: string | undefined): Slot | undefined {
  if (path !== undefined) return slotOfPath(code, node, written.target, path);
  const record = written.kind === "argument" ? declaredRecord(code, node) : undefined;
  if (record?.made === "record") return slotOfMember(code, record.declarator, `${record.path}.scope`, record.path);
  const receiver =
    written.kind === "parameter" && isCall(node) && isMember(node.callee) ? node.callee.object : undefined;
  if (record) return slotOfParameter(code, record.declarator, record.path);
  const parameters = receiver && pathOf(code, receiver);
  return parameters === undefined || isThisMember(parameters) ? undefined : slotOfParameter(code, node, parameters);
}

function slotOfPath(code: Code, node: Node, target: Node, path: string): Slot | undefined {
  const place = unwrap(target);
  // A setter may do more with what it is given than keep it.
  if (node.type !== "AssignmentExpression" || setterOf(code, node.left)) return undefined;
  if (isMember(place) && !isThisMember(path)) {
    const record = pathOf(code, place.object);
    const object = unwrap(place.object);
    const binding = object.type === "Identifier" ? code.bindings.resolve(object) : undefined;
    const isMade = binding?.declaration.type === "VariableDeclarator" && isRecordMade(binding.declaration.init);
    return record !== undefined && isMade ? slotOfMember(code, node, path, record) : undefined;
  }
  const binding = place.type === "Identifier" ? code.bindings.resolve(place) : undefined;
  const isLocal =
    binding !== undefined && code.tree.functionAround(binding.identifier) === code.tree.functionAround(node);
  const isNamedBy = (each: Node) => (each.type === "Identifier" || isMember(each)) && pathOf(code, each) === path;
  return {
    path,
    from: node,
    isLocal,
    isNamedBy,
    isReadBy: (each) => isNamedBy(each) || (!isLocal && (runsOther(code, each) || isWholeObject(code, each))),
    overwrittenBy: (each) => assignedTo(code, each, path),
  };
}

const isRecordMade = (init: Node | null | undefined): boolean => init?.type === "ObjectExpression";

/** A property of a record that the function made itself. */
function slotOfMember(code: Code, from: Node, path: string, record: string): Slot {
  const isNamedBy = (each: Node) => {
    if (each.type !== "Identifier" || pathOf(code, each) !== record) return false;
    const parent = code.tree.parent(each);
    const isOther = isMember(parent) && parent.object === each && memberName(code, parent) !== undefined;
    return (!isOther || pathOf(code, parent) === path) && !isLogged(code, each);
  };
  // What was handed over before may be read by whoever has it.
  const isLocal = !mentionsOf(code, from, record).some((each) => startOf(each) < startOf(from) && isNamedBy(each));
  return {
    path,
    from,
    isLocal,
    isNamedBy,
    isReadBy: (each) => isNamedBy(each) || (!isLocal && runsOther(code, each)),
    overwrittenBy: (each) =>
      assignedTo(code, each, path) ?? removedFrom(code, each, path) ?? copiedInto(code, each, record),
  };
}

/** The mentions of a variable. */
function mentionsOf(code: Code, near: Node, path: string): readonly Node[] {
  const within = code.tree.functionAround(near) ?? code.tree.program;
  return (code.bindings.mentions(path.replace(/@.*/, ""), within) ?? []).filter((each) => pathOf(code, each) === path);
}

/** The parameter `scope` of a `URLSearchParams`. */
function slotOfParameter(code: Code, from: Node, parameters: string): Slot {
  const called = (each: Node): string | undefined => {
    if (!isCall(each) || !isMember(each.callee) || pathOf(code, each.callee.object) !== parameters) return undefined;
    return memberName(code, each.callee);
  };
  const isNamedBy = (each: Node) => {
    const isRoot = each.type === "Identifier" && parameters.startsWith(pathOf(code, each) ?? " ");
    return isRoot && !isInCallOf(code, each, (call) => setsOther(code, call, called(call)));
  };
  return {
    path: undefined,
    from,
    isLocal: true,
    isNamedBy,
    isReadBy: isNamedBy,
    overwrittenBy: (each) => {
      const method = called(each);
      if (!isCall(each) || (method !== "set" && method !== "delete")) return undefined;
      const [key, value] = each.arguments;
      if (!key || unwrap(key).type !== "StringLiteral" || (unwrap(key) as t.StringLiteral).value !== "scope")
        return undefined;
      return method === "set" && value ? { value } : each.arguments.length === 1 ? {} : undefined;
    },
  };
}

/** Whether a call writes a parameter that is not the scope. */
function setsOther(code: Code, call: t.CallExpression | t.OptionalCallExpression, method: string | undefined): boolean {
  const name = method === undefined ? undefined : setParameter(code, call);
  return name !== undefined && name !== "scope";
}

function isInCallOf(
  code: Code,
  root: Node,
  accepts: (call: t.CallExpression | t.OptionalCallExpression) => boolean,
): boolean {
  let child = root;
  for (const parent of code.tree.ancestors(root)) {
    if (isCall(parent)) return parent.callee === child && accepts(parent);
    if (!isMember(parent) || parent.object !== child) return false;
    child = parent;
  }
  return false;
}

/** `{ ...this }`, `const { scope } = this`: all fields of the object are read. */
function isWholeObject(code: Code, node: Node): boolean {
  if ((node.type !== "ThisExpression" && node.type !== "Identifier") || !isThis(pathOf(code, node))) return false;
  const parent = code.tree.parent(node);
  return !isMember(parent) || parent.object !== node;
}

/** Code of other functions that may read a field: a call, or what runs while something is waited for. */
function runsOther(code: Code, node: Node): boolean {
  if (isMember(node) && getterOf(code, node)) return true;
  if (/^(?:Await|Yield|New|TaggedTemplate|Import)Expression$/.test(node.type)) return !isReadOfTokens(code, node);
  if (!isCall(node)) return false;
  return !isReadOfTokens(code, node) && !(isMember(node.callee) && pathOf(code, node.callee.object) === "console");
}

/** `provider.tokens()`, and the wait for it. */
function isReadOfTokens(code: Code, node: Node): boolean {
  // The `await` of a compiled async function is a `yield`.
  const isWait = node.type === "AwaitExpression" || node.type === "YieldExpression";
  const call = isWait ? node.argument && unwrap(node.argument) : node;
  return isCall(call) && isMember(call.callee) && memberName(code, call.callee) === "tokens";
}

function assignedTo(code: Code, node: Node, path: string): Overwrite | undefined {
  if (node.type !== "AssignmentExpression" || node.operator !== "=") return undefined;
  return pathOf(code, node.left) === path ? { value: node.right } : undefined;
}

function removedFrom(code: Code, node: Node, path: string): Overwrite | undefined {
  const isRemoved = node.type === "UnaryExpression" && node.operator === "delete";
  return isRemoved && pathOf(code, node.argument) === path ? {} : undefined;
}

/** `Object.assign(record, { scope: other })`. */
function copiedInto(code: Code, node: Node, record: string): Overwrite | undefined {
  if (!isCall(node) || !copiesRecords(code, node)) return undefined;
  const [first, ...others] = node.arguments;
  const last = others.at(-1);
  if (!first || pathOf(code, first) !== record || !last || others.length > 1) return undefined;
  const literal = unwrap(last);
  const value = literal.type === "ObjectExpression" ? propertyValue(code, literal, "scope") : undefined;
  return value && { value };
}

/** The variable for which a property's literal is made, as a record or as the parameters of an address. */
function declaredRecord(
  code: Code,
  property: Node,
): { declarator: Node; path: string; made: "record" | "parameters" } | undefined {
  const literal = code.tree.parent(property);
  const around = literal && code.tree.parent(literal);
  const isNew = around?.type === "NewExpression";
  const declarator = isNew ? code.tree.parent(around) : around;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") return undefined;
  const path = pathOf(code, declarator.id);
  return path === undefined ? undefined : { declarator, path, made: isNew ? "parameters" : "record" };
}

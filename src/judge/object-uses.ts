import type * as t from "@babel/types";
import { literalOf } from "../find/calls.ts";
import { functionNamed } from "../find/functions.ts";
import { importedFrom } from "../find/imported.ts";
import { isOfFunction, isOfMaps, libraryOf, methodOf } from "../find/library/lookup.ts";
import { onlyValue } from "../find/lowered.ts";
import { isOfPrivateField } from "../find/private-fields.ts";
import { isWritten } from "../find/request-use.ts";
import {
  type Call,
  constantText,
  constantValue,
  isCall,
  isMember,
  type Member,
  memberName,
  pathOf,
  propertyName,
  unwrap,
} from "../find/syntax.ts";
import { isThisMember, thisKey } from "../find/this.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { ACCESSOR_PART } from "../rules/names.ts";
import { selvesIn } from "./holders.ts";
import { readsAt } from "./sink-reads.ts";

/** What a use makes of an object: all of it is read, nothing is, or it is known at other places, which are to be followed. */
export type ObjectUse = "taken" | "unread" | readonly Node[];

/**
 * What is done with an object that holds the sink, other than to read a member of it by its name; undefined for what is
 * done with a record in the same way.
 */
export function objectUse(code: Code, parent: Node, child: Node, field: string): ObjectUse | undefined {
  switch (parent.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      if (parent.object !== child || memberName(code, parent) !== undefined) return undefined;
      return isCalledOrWritten(code, parent) ? "unread" : "taken";
    case "SpreadElement":
    case "ForInStatement":
    case "ForOfStatement":
      return "taken";
    case "BinaryExpression":
      return parent.operator === "+" ? undefined : "unread";
    case "ReturnStatement":
    case "ArrowFunctionExpression":
      return unwrap(child).type === "ThisExpression" ? "unread" : undefined;
    case "AssignmentExpression":
      return parent.right === child ? assignedTo(code, parent) : "unread";
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return parent.callee === child ? undefined : given(code, parent, child, field);
    default:
      return undefined;
  }
}

function isCalledOrWritten(code: Code, member: Node): boolean {
  const parent = code.tree.parent(member);
  return (isCall(parent) && parent.callee === member) || isWritten(code, member);
}

/** A field that holds the object, and is read in its class or in this file. */
function assignedTo(code: Code, { left }: t.AssignmentExpression): ObjectUse | undefined {
  const place = unwrap(left);
  const path = isMember(place) ? pathOf(code, place) : undefined;
  const name = isMember(place) ? memberName(code, place) : undefined;
  if (!isMember(place)) return undefined;
  if (path === undefined || name === undefined) return "taken";
  const within = (isThisMember(path) && code.tree.classAround(place)) || code.tree.program;
  return readsAt(code, path, name.replace(/^#/, ""), within);
}

function given(code: Code, call: Call | t.NewExpression, child: Node, field: string): ObjectUse | undefined {
  const callee = unwrap(call.callee);
  const index = (call.arguments as readonly Node[]).indexOf(child);
  const named = (callee.type === "Identifier" && constantValue(code, callee)) || callee;
  const library = libraryOf(code, named);
  if (pathOf(code, named) === "Reflect.get") {
    // `Reflect.get(this, "last")` reads what it names, and of another object for a third.
    const [, key] = call.arguments;
    const name = key && constantText(code, key);
    return index === 0 && (name === undefined || name === field) ? "taken" : "unread";
  }
  if (library?.changesFirst && index === 0) return definesUnknown(code, call) ? "taken" : "unread";
  if (library || (call.type === "NewExpression" && pathOf(code, callee) === "Proxy")) return "taken";
  if (isMember(callee)) {
    const method = methodOf(code, callee);
    if (isOfFunction(method) && index === 0) return runWith(code, callee.object);
    if (isKey(code, callee, index)) return "unread";
    // A class above has it anyway.
    if (callee.object.type === "Super") return "unread";
  }
  if (isCall(call) && isOfPrivateField(call)) return "unread";
  // `__awaiter(this, void 0, void 0, function* () {…})`: the function has the object as its `this`.
  if (isCall(call) && call.arguments.some(({ type }) => type === "FunctionExpression")) return "unread";
  // Whoever imports the object has it as well.
  const root = isMember(callee) ? unwrap(callee.object) : callee;
  return importedFrom(code, callee) || importedFrom(code, root) ? "unread" : undefined;
}

/** What a function is called with, or bound to: the places where it has it as its `this`, but those of the object itself. */
function runWith(code: Code, called: Node): ObjectUse {
  const target = functionNamed(code, called);
  const key = target && thisKey(code, target.body);
  return target && key !== undefined && key !== "this" ? selvesIn(code, target, key) : "unread";
}

/** Whether an object is but the key of an entry, or is held weakly. */
function isKey(code: Code, callee: t.MemberExpression | t.OptionalMemberExpression, index: number): boolean {
  const method = methodOf(code, callee);
  if (index !== 0 || !method) return false;
  if (method.entry && method.changes !== "grows") return true;
  const receiver = unwrap(callee.object);
  const binding = receiver.type === "Identifier" ? code.bindings.resolve(receiver) : undefined;
  const made = receiver.type === "Identifier" ? onlyValue(code, receiver) : undefined;
  return (isOfMaps(method) && method.changes === "grows") || binding?.kind === "parameter" || isWeak(code, made);
}

const isWeak = (code: Code, made: Node | undefined): boolean =>
  made?.type === "NewExpression" && /^Weak(?:Set|Map)$/.test(pathOf(code, made.callee) ?? "");

/** Whether a call defines an accessor, by a key or by a record that is not known. */
function definesUnknown(code: Code, { arguments: [, key, descriptor] }: Call | t.NewExpression): boolean {
  if (!key || !descriptor || constantText(code, key) !== undefined) return false;
  const record = unwrap(descriptor);
  if (record.type !== "ObjectExpression") return true;
  return record.properties.some(
    (each) => each.type === "SpreadElement" || ACCESSOR_PART.test(propertyName(code, each.key, each.computed) ?? "get"),
  );
}

/** `this.scope?.length`, which is 0 where there is none. */
export const isSize = (code: Code, member: Member): boolean =>
  memberName(code, member) === "length" &&
  !/^(?:VariableDeclarator|ObjectProperty|AssignmentExpression)$/.test(code.tree.parent(member)?.type ?? "");

/** Whether a name stands for a record that the file writes out, of which a part is read. */
export const isOfRecord = (code: Code, name: Node) => name.type === "Identifier" && literalOf(code, name) !== undefined;

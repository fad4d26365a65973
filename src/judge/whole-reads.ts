import type * as t from "@babel/types";
import { isAuthorization } from "../find/authorization.ts";
import { calleeName, roleOf, setsScopeParameter } from "../find/calls.ts";
import { calledFunction, parametersOf } from "../find/functions.ts";
import { isMadeOfAll, libraryOf, methodNamed, methodOf, putsIn } from "../find/library/lookup.ts";
import { namesScope } from "../find/origins.ts";
import { expressionNamed, isWritten } from "../find/request-use.ts";
import {
  type Call,
  constantNumber,
  constantValue,
  isCall,
  isMember,
  isNothing,
  type Member,
  memberName,
  pathOf,
  propertyName,
  unwrap,
} from "../find/syntax.ts";
import { isThisMember } from "../find/this.ts";
import { HELPER_EXPORTS } from "../model/options.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { ERROR_NAME, LOGGING, SCOPE_BEFORE } from "../rules/names.ts";
import { resultUse } from "./outside-state.ts";

/** More steps than a person takes from a field to a request. */
const MOST_STEPS = 6;

/**
 * Where a read of the sink is none of the uses that a union serves as well as a challenged scope: it is the scope of a
 * request, is joined, logged, returned or given on as it is, or only tested for being there.
 */
export function otherThanWhole(code: Code, read: Node, sink: string, depth = 0): Node | undefined {
  let child = read;
  if (isLogged(code, read) || isFunction(code.tree.parent(read))) return undefined;
  for (const parent of code.tree.ancestors(read)) {
    const step = depth > MOST_STEPS ? parent : stepOut({ code, sink, depth }, parent, child);
    if (step === "fits") return undefined;
    if (step !== "further") return step;
    child = parent;
  }
  return undefined;
}

type Step = "fits" | "further" | Node;

/** What is asked of a read. */
interface Question {
  readonly code: Code;
  /** The path of the sink. */
  readonly sink: string;
  readonly depth: number;
}

function stepOut(question: Question, parent: Node, child: Node): Step {
  const { code } = question;
  switch (parent.type) {
    case "LogicalExpression":
      return parent.left === child && parent.operator === "&&" ? "fits" : "further";
    case "ConditionalExpression":
      return parent.test === child ? "fits" : "further";
    case "UnaryExpression":
    case "IfStatement":
    case "ExpressionStatement":
    case "ReturnStatement":
    case "WhileStatement":
      return "fits";
    case "ArrowFunctionExpression":
      return "fits";
    case "BinaryExpression": {
      const other = parent.left === child ? parent.right : parent.left;
      if (parent.operator === "+") return "further";
      return isNothing(other) || constantNumber(code, other) === 0 ? "fits" : parent;
    }
    case "TemplateLiteral":
      return SCOPE_BEFORE.test(textBefore(parent, child)) ? "fits" : "further";
    case "ArrayExpression":
    case "SpreadElement":
    case "AwaitExpression":
    case "ObjectExpression":
      return "further";
    case "ObjectProperty": {
      if (parent.key === child) return parent.computed ? parent : "further";
      const name = propertyName(code, parent.key, parent.computed);
      return namesScope(name) ? "fits" : "further";
    }
    case "VariableDeclarator":
      return parent.id.type === "Identifier" ? byName(question, code.bindings.resolve(parent.id)) : parent;
    case "AssignmentPattern":
      return parent.left.type === "Identifier" ? byName(question, code.bindings.resolve(parent.left)) : parent;
    case "AssignmentExpression":
      return assigned(question, parent, child);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return intoCall(question, parent, child);
    case "MemberExpression":
    case "OptionalMemberExpression":
      return isCall(code.tree.parent(parent)) || isSize(code, parent) || isOfRecord(code, child) ? "further" : parent;
    default:
      return unwrap(parent) === unwrap(child) ? "further" : parent;
  }
}

/** A use of all of an object, by which what it keeps gets out: `JSON.stringify(this)`, `Object.entries(this)`, `{ ...this }`. */
export function objectTaken(code: Code, member: Node): Node | undefined {
  const owner = code.tree.classAround(member);
  return owner && code.answers.of(objectTaken, owner, () => thisTaken(code, owner));
}

function thisTaken(code: Code, owner: t.Class): Node | undefined {
  let found: Node | undefined;
  code.tree.walk(owner, (node) => {
    if (node.type === "ThisExpression" && code.tree.classAround(node) === owner) {
      const parent = code.tree.parent(node);
      const library = isCall(parent) && parent.callee !== node ? libraryOf(code, parent.callee) : undefined;
      // `Object.assign(this, …)` writes into it.
      const isTaken =
        library !== undefined && !(library.changesFirst && isCall(parent) && parent.arguments[0] === node);
      if (isTaken || parent?.type === "SpreadElement") found ??= parent;
    }
    return !found;
  });
  return found;
}

/** Whether a read is but for a log. */
function isLogged(code: Code, read: Node): boolean {
  for (const ancestor of code.tree.ancestors(read)) {
    if (isCall(ancestor)) {
      const callee = unwrap(ancestor.callee);
      if (isMember(callee) && LOGGING.test(memberName(code, callee) ?? "")) return true;
    }
    if (isFunction(ancestor) || ancestor.type.endsWith("Statement")) return false;
  }
  return false;
}

/** `this.scope?.length`, which is 0 where there is none. */
const isSize = (code: Code, member: Member): boolean =>
  memberName(code, member) === "length" &&
  !/^(?:VariableDeclarator|ObjectProperty|AssignmentExpression)$/.test(code.tree.parent(member)?.type ?? "");

/** Whether a name stands for a record that the file writes out, of which a part is read. */
function isOfRecord(code: Code, name: Node): boolean {
  const value = name.type === "Identifier" ? constantValue(code, name) : undefined;
  return value !== undefined && unwrap(value).type === "ObjectExpression";
}

function byName({ code, sink, depth }: Question, binding: Binding | undefined): Step {
  for (const reference of (binding && code.bindings.references(binding)) ?? []) {
    const found = isWritten(code, reference) ? undefined : otherThanWhole(code, reference, sink, depth + 1);
    if (found) return found;
  }
  return "fits";
}

/** What another place gets is read there by another name; a scope of a record is that of a request. */
function assigned(question: Question, assignment: t.AssignmentExpression, child: Node): Step {
  const { code, sink } = question;
  if (assignment.right !== child || pathOf(code, assignment.left) === sink) return "fits";
  const target = unwrap(assignment.left);
  if (target.type === "Identifier") return byName(question, code.bindings.resolve(target));
  return isMember(target) && namesScope(memberName(code, target)) ? "fits" : assignment;
}

function intoCall(question: Question, call: Call | t.NewExpression, child: Node): Step {
  const { code } = question;
  const callee = unwrap(call.callee);
  const name = calleeName(code, call);
  // What is replaced in a text may be a part of it.
  const isMade = isMadeOfAll(methodNamed(name)) && !name?.startsWith("replace");
  if (call.callee === child) return isMade || name === "then" ? "further" : call;
  // What an error says is for people.
  if (call.type === "NewExpression" && ERROR_NAME.test(name ?? "")) return "fits";
  if (call.type === "NewExpression") return libraryOf(code, callee) ? "further" : call;
  if (HELPER_EXPORTS.has(name ?? "") || setsScopeParameter(code, call) || name === "Boolean") return "fits";
  const target = calledFunction(code, call);
  const role = target ? "unknown" : roleOf(code, call);
  if (role === "authorization" || isAuthorization(code, call) || LOGGING.test(name ?? "")) return "fits";
  if (libraryOf(code, callee) || isMadeOfAll(methodNamed(name))) return "further";
  if (isMember(callee) && isOnlyFilled(code, callee)) return "fits";
  const index = (call.arguments as readonly Node[]).indexOf(child);
  const taken = target && parametersOf(code, target).find((each) => each.index === index);
  return taken ? byName(question, taken.binding) : call;
}

/**
 * Whether a call puts what it is given into a collection of the class, which nothing of the file reads. Who may read it
 * from outside may read the sink as well.
 */
function isOnlyFilled(code: Code, { object }: Member): boolean {
  const collection = unwrap(object);
  const name = isMember(collection) ? memberName(code, collection) : undefined;
  const path = pathOf(code, collection);
  const owner = code.tree.classAround(collection);
  if (!owner || name === undefined || !isThisMember(path)) return false;
  const reads = (code.bindings.mentions(name.replace(/^#/, ""), owner) ?? []).flatMap((mention) => {
    const read = expressionNamed(code, mention);
    return isMember(read) && !isWritten(code, read) ? [read] : [];
  });
  return reads.every((read) => isFilling(code, read));
}

function isFilling(code: Code, read: Node): boolean {
  const member = code.tree.parent(read);
  const call = member && code.tree.parent(member);
  return (
    isMember(member) &&
    isCall(call) &&
    call.callee === member &&
    putsIn(methodOf(code, member)) &&
    resultUse(code, call) === "none"
  );
}

const textBefore = ({ quasis, expressions }: t.TemplateLiteral, part: Node): string =>
  quasis[expressions.indexOf(part as (typeof expressions)[number])]?.value.raw ?? "";

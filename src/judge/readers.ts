import type * as t from "@babel/types";
import { isAffixed } from "../find/affixed.ts";
import { isBehindParameter } from "../find/behind-parameter.ts";
import { roleOf } from "../find/calls.ts";
import { parametersOf } from "../find/functions.ts";
import { isMadeOfAll, makesParameters, methodNamed } from "../find/library/lookup.ts";
import { namesScope } from "../find/origins.ts";
import { setParameter, setsScopeParameter } from "../find/request-parameters.ts";
import { isWritten } from "../find/request-use.ts";
import {
  type Call,
  constantText,
  constantValue,
  isCall,
  isMember,
  memberName,
  pathOf,
  propertyName,
  unwrap,
} from "../find/syntax.ts";
import { joinsByHelper } from "../find/union-helper.ts";
import { calledFunctions, usesOf } from "../find/uses.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import {
  CONVERTING,
  ENTRIES_OF_REQUEST,
  HEADERS,
  MAKING_ELEMENT,
  SCOPE_BEFORE,
  TAKING_ADDRESS,
} from "../rules/names.ts";
import { isShownName, looksUp, makesPath, namesReader } from "./reader-names.ts";

/** More steps than a person takes from a field to a key. */
const MOST_STEPS = 8;

/** What has become of a value on the way: itself, a text for others, or something that only a key would tell of. */
type Form = "itself" | "text" | "part";

/**
 * Follows what a sink keeps to where it is a key, or a text that people read: what it is stored under, compared with,
 * shown or named by. Undefined where no such reader is seen: it is the scope of requests, is tested, logged or copied.
 */
export function otherReader(code: Code, read: Node, form: Form = "itself", depth = 0): Node | undefined {
  let state = form;
  let child = read;
  for (const parent of code.tree.ancestors(read)) {
    if (depth > MOST_STEPS) return undefined;
    const step = stepOut(code, parent, child, state, depth);
    if (step === "stop") return undefined;
    if (typeof step === "object") return step;
    state = step;
    child = parent;
  }
  return undefined;
}

/** Where a value goes next: a reader, an end, or further out, in some form. */
type Step = Node | "stop" | Form;

function stepOut(code: Code, parent: Node, child: Node, form: Form, depth: number): Step {
  if (isAffixed(code, parent, child)) return parent;
  // `"/authorize?scope=".concat(scope)` is a template, compiled.
  if (isCall(parent) && isBehindParameter(code, parent, child)) return "part";
  if (isCall(parent) || parent.type === "NewExpression") return intoCall(code, parent, child, form, depth);
  if (isMember(parent))
    return parent.object === child ? ofMember(code, parent, form) : parent.computed ? parent : "stop";
  switch (parent.type) {
    case "LogicalExpression":
      return parent.left === child && parent.operator === "&&" ? "stop" : form;
    case "ConditionalExpression":
      return parent.test === child ? "stop" : form;
    case "TemplateLiteral":
      return isBehindScope(textBefore(parent, child)) ? "part" : "text";
    case "TaggedTemplateExpression":
    case "SwitchStatement":
    case "JSXSpreadAttribute":
      return parent;
    case "BinaryExpression":
      return inOperation(code, parent, child, form);
    case "JSXExpressionContainer":
      return inMarkup(code, parent);
    case "ObjectProperty":
      return inRecord(code, parent, child);
    case "VariableDeclarator":
      return parent.id.type === "Identifier" ? byName(code, code.bindings.resolve(parent.id), form, depth) : "stop";
    case "AssignmentExpression":
      return assignedTo(code, parent, child, form, depth);
    case "ReturnStatement":
    case "ArrowFunctionExpression":
      return returned(code, parent, form, depth);
    case "ArrayExpression":
    case "SpreadElement":
    case "ObjectExpression":
    case "AwaitExpression":
      return form;
    default:
      return unwrap(parent) === unwrap(child) ? form : "stop";
  }
}

/** The text of a template right before one of its parts. */
export const textBefore = ({ quasis, expressions }: t.TemplateLiteral, part: Node): string =>
  quasis[expressions.indexOf(part as (typeof expressions)[number])]?.value.raw ?? "";

/** The text that is put right before a part by `+`. */
export function textAhead(code: Code, { left, right }: t.BinaryExpression, part: Node): string {
  const before = right === part ? unwrap(left) : undefined;
  return (before && (constantText(code, before) ?? lastText(before))) ?? "";
}

/** Whether a text ends where the value of a scope begins: of a request's parameter, of a challenge. */
export const isBehindScope = (text: string): boolean => SCOPE_BEFORE.test(text);

function ofMember(code: Code, member: t.MemberExpression | t.OptionalMemberExpression, form: Form): Step {
  const call = code.tree.parent(member);
  const name = memberName(code, member);
  return isCall(call) && call.callee === member && (isMadeOfAll(methodNamed(name)) || name === "then") ? form : "stop";
}

function inOperation(code: Code, parent: t.BinaryExpression, child: Node, form: Form): Step {
  if (parent.operator === "in") return parent.left === child ? parent : "stop";
  if (parent.operator === "+")
    return isBehindScope(textAhead(code, parent, child)) ? "part" : form === "part" ? form : "text";
  const other = parent.left === child ? parent.right : parent.left;
  return /^[!=]==?$/.test(parent.operator) && constantText(code, other) ? parent : "stop";
}

const lastText = (node: Node): string | undefined =>
  node.type === "BinaryExpression" && node.right.type === "StringLiteral" ? node.right.value : undefined;

/** In markup, what is no property for a scope is shown. */
function inMarkup(code: Code, container: Node): Step {
  const attribute = code.tree.parent(container);
  const isScope = attribute?.type === "JSXAttribute" && namesScope(String(attribute.name.name));
  return isScope ? "stop" : container;
}

function inRecord(code: Code, property: t.ObjectProperty, child: Node): Step {
  if (property.key === child) return property.computed ? property : "stop";
  const name = propertyName(code, property.key, property.computed);
  const record = code.tree.parent(property);
  const holder = record && code.tree.parent(record);
  const isOfHeaders =
    holder?.type === "ObjectProperty" && HEADERS.test(propertyName(code, holder.key, holder.computed) ?? "");
  // Only as a part of a key does what is named a scope concern anyone else.
  if (name === undefined || namesScope(name)) return isOfHeaders ? "stop" : "part";
  if (isOfHeaders) return property;
  const call = callAround(code, property);
  return call && roleOf(code, call) === "unknown" && namesReader(name) ? property : "part";
}

function callAround(code: Code, node: Node): Call | undefined {
  for (const ancestor of code.tree.ancestors(node)) {
    if (isCall(ancestor)) return ancestor;
    if (!/^Object(?:Expression|Property)$|^ArrayExpression$/.test(ancestor.type)) return undefined;
  }
  return undefined;
}

function byName(code: Code, binding: Binding | undefined, form: Form, depth: number): Step {
  for (const reference of (binding && code.bindings.references(binding)) ?? []) {
    const found = isWritten(code, reference) ? undefined : otherReader(code, reference, form, depth + 1);
    if (found) return found;
  }
  return "stop";
}

/** What is assigned to a variable is read by its name; what is assigned to a shown property is a text for people. */
function assignedTo(code: Code, assignment: t.AssignmentExpression, child: Node, form: Form, depth: number): Step {
  if (assignment.right !== child) return "stop";
  const target = unwrap(assignment.left);
  if (target.type === "Identifier") return byName(code, code.bindings.resolve(target), form, depth);
  return isMember(target) && isShownName(memberName(code, target)) ? assignment : "stop";
}

/** What a function gives is read where it is called; a text that is given to others is for them to read. */
function returned(code: Code, parent: Node, form: Form, depth: number): Step {
  const around = isFunction(parent) ? parent : code.tree.functionAround(parent);
  if (around && isConversion(code, around)) return parent;
  const uses = around && usesOf(code, around);
  for (const mention of uses?.mentions ?? []) {
    const call = code.tree.parent(mention);
    const value = isCall(call) && call.callee === mention ? call : mention;
    const found = around && covers(around, mention) ? undefined : otherReader(code, value, form, depth + 1);
    if (found) return found;
  }
  const isOpen = uses ? !uses.complete : around !== undefined && isGivenAway(code, around);
  return form === "text" && isOpen ? parent : "stop";
}

/** Whether a method says what text stands for its object: `${client}`, a key. */
function isConversion(code: Code, target: FunctionNode): boolean {
  if (target.type !== "ClassMethod" && target.type !== "ObjectMethod") return false;
  if (target.computed) return pathOf(code, target.key) === "Symbol.toPrimitive";
  return CONVERTING.test(propertyName(code, target.key, false) ?? "");
}

/** Whether a function is put on an object or given by another: `client.describe = function () {…}`, `return () => …`. */
function isGivenAway(code: Code, target: Node): boolean {
  const parent = code.tree.parent(target);
  if (parent?.type === "ReturnStatement" || parent?.type === "ArrowFunctionExpression") return true;
  return parent?.type === "AssignmentExpression" && parent.right === target && isMember(unwrap(parent.left));
}

function intoCall(code: Code, call: Call | t.NewExpression, child: Node, form: Form, depth: number): Step {
  if (call.callee === child) return form;
  const index = (call.arguments as readonly Node[]).indexOf(child);
  const callee = unwrap(call.callee);
  const name = isMember(callee) ? memberName(code, callee) : callee.type === "Identifier" ? callee.name : undefined;
  if (call.type === "NewExpression") return name === "URL" && form !== "part" && index === 0 ? call : "stop";
  if (joinsByHelper(code, call) || setsScopeParameter(code, call)) return "stop";
  const parameter = setParameter(code, call);
  if (parameter !== undefined && index === 1) return isOtherParameter(code, callee, parameter) ? call : "stop";
  if (isMember(callee) && looksUp(name, index) && !isText(code, callee.object)) return call;
  if (isShown(name, index)) return call;
  if (pathOf(code, call.callee) === "JSON.stringify") return "part";
  const targets = calledFunctions(code, call);
  const taken = targets.flatMap((each) => parametersOf(code, each).find((given) => given.index === index) ?? []);
  const steps = taken.map(({ binding }) => byName(code, binding, form, depth + 1));
  if (targets.length > 0) return steps.find((step) => typeof step === "object") ?? "stop";
  if (roleOf(code, call) !== "unknown") return "stop";
  if (form === "text" && TAKING_ADDRESS.test(name ?? "")) return call;
  return makesPath(name, index) ? "text" : "part";
}

/** Whether a part of an element that is made without markup is shown: `h("p", null, this.scope)`. */
const isShown = (name: string | undefined, index: number): boolean => index >= 2 && MAKING_ELEMENT.test(name ?? "");

/** Whether an entry that is set is one of a header or an address, and not for a scope. */
function isOtherParameter(code: Code, callee: Node, parameter: string): boolean {
  if (!isMember(callee) || namesScope(parameter)) return false;
  const receiver = unwrap(callee.object);
  const name = isMember(receiver) ? memberName(code, receiver) : receiver.type === "Identifier" ? receiver.name : "";
  const made = receiver.type === "Identifier" ? constantValue(code, receiver) : undefined;
  const isMade = made?.type === "NewExpression" && makesParameters(made.callee);
  return isMade || ENTRIES_OF_REQUEST.test(name ?? "");
}

/** Whether an object is a text: `"read write".includes(this.scope)` looks nothing up. */
const isText = (code: Code, object: Node): boolean => constantText(code, object) !== undefined;

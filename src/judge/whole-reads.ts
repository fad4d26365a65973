import type * as t from "@babel/types";
import { isAuthorization } from "../find/authorization.ts";
import { calleeName, copiesRecords, roleOf } from "../find/calls.ts";
import { isMadeOfAll, libraryOf, listsParts, makesParameters, methodNamed, methodOf } from "../find/library/lookup.ts";
import { namesScope } from "../find/origins.ts";
import { setParameter } from "../find/request-parameters.ts";
import { isWritten } from "../find/request-use.ts";
import { constructorGiven, paramsOf } from "../find/shells.ts";
import {
  type Call,
  constantNumber,
  isCall,
  isMember,
  isNothing,
  type Member,
  memberName,
  pathOf,
  propertyName,
  unwrap,
} from "../find/syntax.ts";
import { joinsByHelper } from "../find/union-helper.ts";
import { calledFunctions, usesOf } from "../find/uses.ts";
import { type Binding, boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { isOnlyFilled } from "./books.ts";
import { type Form, type Held, partOf, wrapped } from "./held-forms.ts";
import { isLog, isLogged, isMadeInto } from "./logged.ts";
import { isOfRecord, isSize, objectUse } from "./object-uses.ts";
import { isMadeOf } from "./outside-state.ts";
import { isBehindScope, otherReader, textAhead, textBefore } from "./readers.ts";
import { isOnlyKept } from "./registries.ts";
import { readsAt, readsOfGetter } from "./sink-reads.ts";
import { type PresenceTest, servesRead } from "./tested-scope.ts";

/** More steps than a person takes from a field to a request. */
const MOST_STEPS = 6;

/** What is read. */
export interface Sink {
  readonly path: string;
  /** Whether it may hold nothing after a challenge, and a union in its place (see `mayBeNothing`). */
  readonly mayBeNothing: boolean;
}

/**
 * Where a read of the sink is none of the uses that a union serves as well as a challenged scope: it is the scope of a
 * request, is joined, logged, returned or given on as it is, or only tested for being there. Of a record that holds it,
 * the same is asked of what takes all of it.
 */
export function otherThanWhole(code: Code, read: Node, sink: Sink, held: Held = { names: [] }): Node | undefined {
  return followOut({ code, sink, depth: 0, form: { ...held, isSinks: held.names.length > 0 } }, read);
}

function followOut(question: Question, read: Node): Node | undefined {
  const { code, depth } = question;
  let { form } = question;
  let child = read;
  if (isLogged(code, read)) return undefined;
  for (const parent of code.tree.ancestors(read)) {
    const step = depth > MOST_STEPS ? parent : stepOf({ ...question, form }, parent, child);
    if (step === "fits") return undefined;
    if (!("names" in step)) return step;
    form = step;
    child = parent;
  }
  return undefined;
}

type Step = "fits" | Form | Node;

/** What is asked of a read. */
interface Question {
  readonly code: Code;
  readonly sink: Sink;
  readonly depth: number;
  readonly form: Form;
}

/** The same of an object, which does more with itself than a record that is only filled. */
function stepOf(question: Question, parent: Node, child: Node): Step {
  const { code, form } = question;
  const use = form.object && !form.around && objectUse(code, parent, child, form.names[0] ?? "");
  const isMade = form.object === "made";
  if (use === "taken")
    return isMade && parent.type === "AssignmentExpression" && isOnlyKept(code, parent.left) ? "fits" : parent;
  if (use === "unread") return "fits";
  const step = (use && everyRead(question, use)) || stepOut(question, parent, child);
  // What takes a record around it may take all of it; what the file returns, or puts into a list, others make as well.
  const isKept = isCall(parent) && methodOf(code, parent.callee)?.changes === "grows";
  const isItself = !form.around || isKept || /^(?:ReturnStatement|ArrowFunctionExpression)$/.test(parent.type);
  return isMade && isItself && step === parent ? "fits" : step;
}

function stepOut(question: Question, parent: Node, child: Node): Step {
  const { code, form } = question;
  const isRecord = form.names.length > 0;
  switch (parent.type) {
    case "LogicalExpression":
      return parent.left === child && parent.operator === "&&" ? tested(question, parent) : form;
    case "ConditionalExpression":
      return parent.test === child ? tested(question, parent) : form;
    case "UnaryExpression":
      return parent.operator === "!" ? form : "fits";
    case "IfStatement":
      return tested(question, parent);
    case "ExpressionStatement":
    case "WhileStatement":
      return "fits";
    case "ReturnStatement":
    case "ArrowFunctionExpression":
      // One of several things is a part of an answer, as a scope in a record is.
      return returned(question, parent, isRecord || unwrap(child).type === "ArrayExpression");
    case "SequenceExpression":
      return parent.expressions.at(-1) === child ? form : "fits";
    case "BinaryExpression": {
      const other = parent.left === child ? parent.right : parent.left;
      if (parent.operator === "+") return isBehindScope(textAhead(code, parent, child)) ? "fits" : form;
      return isNothing(other) || constantNumber(code, other) === 0 ? "fits" : parent;
    }
    case "TemplateLiteral":
      return isBehindScope(textBefore(parent, child)) ? "fits" : form;
    case "ArrayExpression":
    case "SpreadElement":
    case "AwaitExpression":
    case "ObjectExpression":
      return form;
    case "ObjectProperty": {
      if (parent.key === child) return parent.computed ? parent : form;
      return wrapped(form, propertyName(code, parent.key, parent.computed) ?? "");
    }
    case "VariableDeclarator":
    case "AssignmentPattern":
      return byPattern(question, parent.type === "AssignmentPattern" ? parent.left : parent.id);
    case "AssignmentExpression":
      return assigned(question, parent, child);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return intoCall(question, parent, child);
    case "MemberExpression":
    case "OptionalMemberExpression":
      if (isRecord) return ofRecord(question, parent, child);
      return isCall(code.tree.parent(parent)) || isSize(code, parent) || isOfRecord(code, child) ? form : parent;
    default:
      return unwrap(parent) === unwrap(child) ? form : parent;
  }
}

/** Whether that the text is there, or nothing, decides but about what is done with it: a union is there more often. */
function tested({ code, form, sink }: Question, test: PresenceTest): Step {
  return form.names.length > 0 || !sink.mayBeNothing || servesRead(code, test, sink.path) ? "fits" : test;
}

/** A member of a record: another part of it, the sink, which is found by its path, or a record within. */
function ofRecord({ code, form, sink }: Question, member: Member, record: Node): Step {
  if (member.object !== record || pathOf(code, member) === sink.path) return "fits";
  const name = memberName(code, member);
  if (name === undefined) return member;
  if (name !== form.names[0]) return "fits";
  return (form.names.length === 1 && otherReader(code, member)) || partOf(form);
}

/** The names that a pattern gives a value, or the part of a record that holds the sink. */
function byPattern(question: Question, pattern: Node): Step {
  const { code, form } = question;
  if (pattern.type === "Identifier") return byName(question, code.bindings.resolve(pattern));
  if (pattern.type === "AssignmentPattern") return byPattern(question, pattern.left);
  if (pattern.type !== "ObjectPattern" || form.names.length === 0) return pattern;
  for (const part of pattern.properties) {
    if (part.type === "RestElement") return byPattern(question, part.argument);
    const name = propertyName(code, part.key, part.computed);
    if (name === undefined) return part;
    if (name === form.names[0]) return taken(question, part.value);
  }
  return "fits";
}

/** What a function gives is read where it is called, or where the member is whose getter it is. */
function returned(question: Question, parent: Node, isPart: boolean): Step {
  const { code } = question;
  const unseen: Step = isPart ? parent : "fits";
  const around = isFunction(parent) ? parent : code.tree.functionAround(parent);
  if (around && "kind" in around && around.kind === "get")
    return everyRead(question, readsOfGetter(code, around)) ?? unseen;
  const uses = around && usesOf(code, around);
  const calls = uses?.mentions.flatMap((mention) => {
    const call = code.tree.parent(mention);
    return isCall(call) && call.callee === mention ? [call] : isPart ? [mention] : [];
  });
  return ((uses?.complete || !isPart) && everyRead(question, calls)) || unseen;
}

/** The first that is wrong of what some places lead to; undefined where they are not known. */
function everyRead(question: Question, reads: readonly Node[] | undefined): Step | undefined {
  if (!reads) return undefined;
  for (const read of reads) {
    const found = isWritten(question.code, read) ? undefined : further(question, read);
    if (found) return found;
  }
  return "fits";
}

const further = (question: Question, read: Node): Node | undefined =>
  followOut({ ...question, depth: question.depth + 1 }, read);

const byName = (question: Question, binding: Binding | undefined): Step =>
  everyRead(question, binding && question.code.bindings.references(binding)) ?? "fits";

/** What a pattern takes of a record: a record within it, or what the sink keeps. */
function taken(question: Question, pattern: Node): Step {
  const { code, form } = question;
  const part = partOf(form);
  const reads = part.names.length === 0 ? boundNames(pattern).map((name) => code.bindings.resolve(name)) : [];
  for (const read of reads.flatMap((each) => (each && code.bindings.references(each)) ?? [])) {
    const reader = otherReader(code, read);
    if (reader) return reader;
  }
  return byPattern({ ...question, form: part }, pattern);
}

/** What another place gets is read there by another name; a scope of a record is that of a request. */
function assigned(question: Question, assignment: t.AssignmentExpression, child: Node): Step {
  const { code, form, sink } = question;
  const path = pathOf(code, assignment.left);
  if (assignment.right !== child || [path, ...form.names].join(".") === sink.path) return "fits";
  const target = unwrap(assignment.left);
  if (form.isSinks) return target.type === "Identifier" ? byPattern(question, target) : assignment;
  if (target.type === "Identifier") return byName(question, code.bindings.resolve(target));
  return isMember(target) && namesScope(memberName(code, target)) ? "fits" : assignment;
}

function intoCall(question: Question, call: Call | t.NewExpression, child: Node): Step {
  const { code, form } = question;
  const callee = unwrap(call.callee);
  const name = calleeName(code, call);
  // What is replaced in a text may be a part of it.
  const isMade = isMadeOfAll(methodNamed(name)) && !name?.startsWith("replace");
  if (call.callee === child) return isMade || name === "then" ? form : call;
  if (call.type === "NewExpression") {
    const made = constructorGiven(code, callee);
    if (made && form.object) return intoFunctions(question, call, child, [made]);
    return makesParameters(callee) && namesScope(form.names[0]) ? "fits" : libraryOf(code, callee) ? form : call;
  }
  if (joinsByHelper(code, call) || setParameter(code, call) === "scope" || name === "Boolean") return "fits";
  const targets = calledFunctions(code, call);
  const role = targets.length > 0 ? "unknown" : roleOf(code, call);
  if (role === "authorization" || isLog(code, call)) return "fits";
  if (isAuthorization(code, call)) {
    // A function of this file asks for what it makes of the scope, and may hand it on as any other would.
    const step = intoFunctions(question, call, child, targets);
    return typeof step === "object" && "type" in step && isMadeInto(code, step) ? step : "fits";
  }
  if (form.names.length > 0 && listsParts(libraryOf(code, callee))) return name === "keys" ? "fits" : call;
  if (copiesRecords(code, call) || libraryOf(code, callee) || isMadeOf(code, call, name)) return form;
  if (isMember(callee) && isOnlyFilled(code, callee)) return "fits";
  return targets.length > 0 ? intoFunctions(question, call, child, targets) : call;
}

/** What the functions make of an argument that a call may run: the first that is wrong. */
function intoFunctions(
  question: Question,
  call: Call | t.NewExpression,
  child: Node,
  targets: readonly FunctionNode[],
): Step {
  const index = (call.arguments as readonly Node[]).indexOf(child);
  const steps = targets.map((target) => {
    const parameter = paramsOf(target)[index];
    if (parameter?.type === "TSParameterProperty") return intoField(question, parameter, target);
    return parameter ? byPattern(question, parameter) : call;
  });
  return steps.find((step) => step !== "fits") ?? "fits";
}

/** `constructor(private readonly client: Client)` keeps what it is given, for the methods of its class. */
function intoField(question: Question, { parameter }: t.TSParameterProperty, target: FunctionNode): Step {
  const { code } = question;
  const name = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  const owner = code.tree.classAround(target);
  if (name.type !== "Identifier" || !owner) return parameter;
  const step = everyRead(question, readsAt(code, `this.${name.name}`, name.name, owner)) ?? "fits";
  return step === "fits" ? byPattern(question, name) : step;
}

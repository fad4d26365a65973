import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { ADDING, READING, REGISTERED, SENTENCE, SETTLING, SHOWING, TOLD_CLASS } from "../rules/names.ts";
import { isAuthorization } from "./authorization.ts";
import { calleeName, copiesRecords, handsOn, propertyNames, roleOf } from "./calls.ts";
import { type Candidate, isNamedScope } from "./find.ts";
import { calledFunction } from "./functions.ts";
import { keptByKey } from "./kept-by-key.ts";
import { libraryOf, methodOf, putsIn, runsSettled } from "./library/lookup.ts";
import { writtenToPrivateField } from "./private-fields.ts";
import { isReadBack } from "./read-back.ts";
import { type Call, isCall, isMember, memberName, unwrap } from "./syntax.ts";

/** Whether a call keeps a value in a list or map, or looks it up there. */
export function isBookkeeping(code: Code, { callee }: Call | t.NewExpression): boolean {
  const method = methodOf(code, callee);
  const name = isMember(callee) ? memberName(code, callee) : callee.type === "Identifier" ? callee.name : undefined;
  return method?.entry !== undefined || putsIn(method) || SETTLING.test(name ?? "");
}

/**
 * Whether a call hands what it is given to code that is not seen and that acts on it, whatever it is called: it is not
 * known to tell somebody, to keep or to read the text, and its result is not used as one.
 */
export function leavesForElsewhere(code: Code, call: Call | t.NewExpression): boolean {
  const name = calleeName(code, call);
  if (
    name === undefined ||
    READING.test(name) ||
    ADDING.test(name) ||
    isShowing(code, call) ||
    isRegistration(code, call)
  )
    return false;
  if (call.type === "NewExpression") return isOwnClass(code, call) && !TOLD_CLASS.test(name) && !isTold(code, call);
  if (saysSentence(call) || isBookkeeping(code, call) || roleOf(code, call) === "telling") return false;
  return calledFunction(code, call) === undefined && acts(code, call);
}

/** Whether a call is given a sentence for a person: `bar.open($localize`You need ${scope}`, "OK", { data: { scope } })`. */
const saysSentence = (call: Call): boolean =>
  call.arguments.some((argument) => {
    const node = unwrap(argument);
    const text = node.type === "TaggedTemplateExpression" ? node.quasi : node;
    if (text.type === "TemplateLiteral") return text.quasis.some(({ value }) => SENTENCE.test(value.raw));
    return text.type === "StringLiteral" && SENTENCE.test(text.value);
  });

/** Whether a call shows or records what it is given, by its name or that of the call it goes on from: `db.insert(table).values({ scope })`. */
function isShowing(code: Code, call: Call | t.NewExpression): boolean {
  if (SHOWING.test(calleeName(code, call) ?? "")) return true;
  const callee = unwrap(call.callee);
  const before = isMember(callee) ? unwrap(callee.object) : undefined;
  return isCall(before) && isShowing(code, before);
}

/** Whether a call is given what a client is registered with (RFC 7591 section 2), which asks for no access. */
const isRegistration = (code: Code, call: Call | t.NewExpression): boolean =>
  call.arguments.some((argument) => propertyNames(code, argument).some((name) => REGISTERED.test(name)));

/** Whether what is made is thrown, or given to what tells somebody: `throw new Refused(scope)`, `reject(new Refused(scope))`. */
export function isTold(code: Code, made: Node): boolean {
  const parent = code.tree.parent(made);
  // What minifiers make of two exits: `throw refused ? new Refused(scope) : new Error(status)`.
  if (parent?.type === "ConditionalExpression" && parent.test !== made) return isTold(code, parent);
  if (parent?.type === "SequenceExpression" && parent.expressions.at(-1) === made) return isTold(code, parent);
  if (!isCall(parent)) return parent?.type === "ThrowStatement";
  return isBookkeeping(code, parent) || roleOf(code, parent) === "telling";
}

/** Whether what is made is of a class that the file has or imports, and none of the language's own. */
function isOwnClass(code: Code, { callee }: t.NewExpression): boolean {
  let root = unwrap(callee);
  while (isMember(root)) root = unwrap(root.object);
  return root.type === "ThisExpression" || (root.type === "Identifier" && code.bindings.resolve(root) !== undefined);
}

/** Whether a call is made for what it does: its result is not used, waited for, or what the function gives. */
function acts(code: Code, call: Node): boolean {
  const parent = code.tree.parent(call);
  switch (parent?.type) {
    case "ExpressionStatement":
    case "ReturnStatement":
    case "AwaitExpression":
    case "YieldExpression":
    case "ArrowFunctionExpression":
      return true;
    case "VariableDeclarator":
      return isSetToWork(code, parent);
    case "UnaryExpression":
      return parent.operator === "void";
    // `pending ??= obtain({ scope }).finally(settle)`
    case "MemberExpression":
    case "OptionalMemberExpression":
      return runsSettled(methodOf(code, parent));
    // `open(addressFor(scope))`
    case "CallExpression":
    case "OptionalCallExpression":
      return parent.callee !== call && isCall(call) && !isOfLibrary(code, call) && leavesForElsewhere(code, parent);
    case "SequenceExpression":
      return parent.expressions.at(-1) !== call || acts(code, parent);
    case "LogicalExpression":
      return parent.right === call && acts(code, parent);
    case "ConditionalExpression":
      return parent.test !== call && acts(code, parent);
    default:
      return false;
  }
}

const isOfLibrary = (code: Code, call: Call): boolean =>
  copiesRecords(code, call) || libraryOf(code, call.callee) !== undefined;

/** Whether what a variable holds is told to do something: `const wider = createClient({ scope }); await wider.login();` */
function isSetToWork(code: Code, { id }: t.VariableDeclarator): boolean {
  const binding = id.type === "Identifier" ? code.bindings.resolve(id) : undefined;
  return ((binding && code.bindings.references(binding)) ?? []).some((mention) => {
    const member = code.tree.parent(mention);
    const call = member && isMember(member) && member.object === mention ? code.tree.parent(member) : undefined;
    return isCall(call) && call.callee === member && leavesForElsewhere(code, call);
  });
}

/** Whether nothing but what is handed on says that a candidate has to do with an authorization. */
export const isBlind = (code: Code, { call, kind, value }: Candidate): boolean =>
  call !== undefined &&
  (kind === "call" || kind === "argument" || kind === "record") &&
  !isAuthorization(code, call) &&
  !handsOn(code, call) &&
  !(isCall(call) && (writtenToPrivateField(code, call) ?? keptByKey(code, call))) &&
  !isReadBack(code, call, value);

/** Leaves out what is handed to code that is not seen where the same function asks, or keeps the scope, by itself. */
export function withoutToldElsewhere(code: Code, candidates: readonly Candidate[]): readonly Candidate[] {
  const around = ({ node }: Candidate) => code.tree.functionAround(node);
  const isSeen = (each: Candidate) => !isBlind(code, each) && (each.use === "request" || isNamedScope(code, each));
  const seen = new Set(candidates.filter(isSeen).map(around));
  const last = new Map(candidates.filter((each) => isBlind(code, each)).map((each) => [around(each), each]));
  return candidates.filter((each) => {
    if (!isBlind(code, each)) return true;
    return !seen.has(around(each)) && last.get(around(each)) === each;
  });
}

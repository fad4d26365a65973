import type * as t from "@babel/types";
import type { SinkKind } from "../model/site.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import {
  ADDING,
  CHALLENGE_HEADER,
  LOGIN_ADDRESS,
  REGISTRY_PARAMETER,
  REQUEST_PARAMETER,
  SCOPE_PARAMETER,
  TOLD_CLASS,
} from "../rules/names.ts";
import { calleeName, callTaking, copiesRecords, handsOn, literalOf, propertyNames, roleOf } from "./calls.ts";
import { calledFunction } from "./functions.ts";
import { copyGiven, holderReplaced, recordKept, spreadGiven, takenByName, takenByPlace } from "./given-records.ts";
import { isBookkeeping, leavesForElsewhere } from "./handed-on.ts";
import { keptByKey } from "./kept-by-key.ts";
import { libraryNamed } from "./library/lookup.ts";
import { namesScope, originOf } from "./origins.ts";
import { writtenToPrivateField } from "./private-fields.ts";
import { areAsked, isKeptAndAsked, isKeptUnder, isReadBack, updatingCall } from "./read-back.ts";
import { isHandedOutBefore } from "./record-calls.ts";
import { competingBehind, overriding, partsAround } from "./record-parts.ts";
import { isRepeated } from "./repeated-parameter.ts";
import { scopeOfPair } from "./request-pairs.ts";
import { setsScopeParameter } from "./request-parameters.ts";
import { type Call, isCall, isMember, memberName, onlyChoice, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import { isReference, wholeOf } from "./value-forms.ts";

/** What a node writes into a place that could be a sink. */
export interface Written {
  readonly kind: SinkKind;
  /** The left side, the property or the call. */
  readonly target: Node;
  readonly value: Node;
  /** The call that is given the value. */
  readonly call?: Call | t.NewExpression;
  /** The property by which the value, a record, holds the scope. */
  readonly property?: string;
  /**
   * How the scope gets out of the value: with all of the record, with all of it but perhaps another scope instead, by a
   * pattern, or when the record, which is kept, is read.
   */
  readonly by?: "spread" | "choice" | "pattern" | "record";
  /** The object whose scope is replaced along with other properties. */
  readonly holder?: Node;
  /** Whether other code gets the record before the call does, and may change it. */
  readonly mayChange?: true;
}

/** Reads a node as a write of a value that could be a scope. */
export function writtenAt(code: Code, node: Node): Written | undefined {
  switch (node.type) {
    case "AssignmentExpression":
      return recordKept(code, node) ?? assigned(code, node);
    case "ObjectProperty":
      return propertyGiven(code, node) ?? takenByName(code, node);
    case "ReturnStatement":
      return node.argument && isReference(node.argument)
        ? { kind: "return", target: node, value: node.argument }
        : undefined;
    case "ArrowFunctionExpression":
      return isReference(node.body) ? { kind: "return", target: node.body, value: node.body } : undefined;
    case "ArrayPattern":
      return takenByPlace(code, node);
    case "ArrayExpression": {
      const given = scopeOfPair(code, node);
      return given && { kind: "parameter", target: node, ...given };
    }
    case "SpreadElement":
      return spreadGiven(code, node);
    case "NewExpression":
    case "OptionalCallExpression":
      return handedOn(code, node);
    case "CallExpression":
      if (setsScopeParameter(code, node) && node.arguments[1]) {
        const by = isRepeated(code, node) ? { by: "choice" as const } : {};
        return { kind: "parameter", target: node, value: node.arguments[1], call: node, ...by };
      }
      return copyGiven(code, node) ?? handedOn(code, node);
    case "TemplateLiteral": {
      const index = node.quasis.findIndex(({ value }) => SCOPE_PARAMETER.test(value.raw));
      const isRegistry = node.quasis.some(({ value }) => REGISTRY_PARAMETER.test(value.raw));
      return isRegistry || !asks(code, node) ? undefined : queryParameter(node.expressions[index]);
    }
    case "BinaryExpression": {
      const before = node.left.type === "BinaryExpression" ? node.left.right : node.left;
      const isQuery = node.operator === "+" && before.type === "StringLiteral" && SCOPE_PARAMETER.test(before.value);
      return isQuery && asks(code, node) ? queryParameter(node.right) : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a text has another parameter of an authorization request (RFC 6749 section 4.1.1), and is no mere link. */
const asks = (code: Code, text: Node): boolean =>
  REQUEST_PARAMETER.test(textOf(code, text)) || LOGIN_ADDRESS.test(startOfText(text));

/** What a text begins with, before what is put into it. */
function startOfText(text: Node): string {
  if (text.type === "BinaryExpression") return startOfText(text.left);
  if (text.type === "TemplateLiteral") return text.quasis[0]?.value.raw ?? "";
  return text.type === "StringLiteral" ? text.value : "";
}

/** The scope in an address that is put together as text, encoded or not. */
function queryParameter(part: Node | undefined): Written | undefined {
  if (!part) return undefined;
  const call = part.type === "CallExpression" && part.callee.type === "Identifier" ? part : undefined;
  const isEncoding = call !== undefined && libraryNamed(call.callee)?.encodes;
  const value = isEncoding ? call?.arguments[0] : part;
  return value && { kind: "parameter", target: part, value };
}

/** Whether a sink keeps what is written into it for later, so that it can be read as the previous scope. */
export const keepsValue = (kind: SinkKind): boolean => kind === "field" || kind === "variable" || kind === "property";

function assigned(code: Code, node: t.AssignmentExpression): Written | undefined {
  const target = unwrap(node.left);
  const right = unwrap(node.right);
  // What such a call makes is a record, as a literal is.
  if (isCall(right) && copiesRecords(code, right)) return undefined;
  // `+=` keeps a scope; what `url.search += …` keeps is another text.
  const isJoining = node.operator === "+=" && namesScope(lastName(code, target));
  // `&&=` replaces what is there. `||=` and `??=` keep it.
  if (node.operator !== "=" && node.operator !== "&&=" && !isJoining) return undefined;
  const value = isJoining ? node : node.right;
  if (target.type === "Identifier") return { kind: "variable", target: node.left, value };
  if (!isMember(target)) return undefined;
  // What a server tells with (RFC 9110, section 11.6.1).
  if (CHALLENGE_HEADER.test(memberName(code, target) ?? "")) return undefined;
  const isField = isThis(pathOf(code, target.object));
  return { kind: isField ? "field" : "property", target: node.left, value };
}

/**
 * `scope: value` in what a call is given; any `…scope: value` in what a function returns; a scope under any name in what
 * is handed to code that is not seen: `elevate({ needed: scope })`.
 */
function propertyGiven(code: Code, node: t.ObjectProperty): Written | undefined {
  const name = propertyName(code, node.key, node.computed);
  if (!namesScope(name)) return handedUnder(code, node);
  const call = sending(code, callTaking(code, node)) ?? updatingCall(code, node);
  const written = { target: node, value: node.value };
  const isResult = !call && isReturned(code, node);
  if (!call && !isResult) return replacedWith(code, node);
  const competing = name === "scope" ? competingBehind(code, node) : undefined;
  if (competing === "scope") return undefined;
  if (!call) return { kind: "return", ...written };
  const kind = name === "scope" ? "argument" : "record";
  const mayChange = isHandedOutBefore(code, node, call) && { mayChange: true as const };
  return { kind, ...written, call, ...(competing && { by: "choice" as const }), ...mayChange };
}

/** A scope that is handed on by itself under a name that does not tell, where no other name of the record does. */
function handedUnder(code: Code, node: t.ObjectProperty): Written | undefined {
  const given = unwrap(node.value);
  const value = unwrap((given.type === "ConditionalExpression" && onlyChoice(given)) || given);
  const record = code.tree.parent(node);
  if (record && propertyNames(code, record).some(namesScope)) return undefined;
  const made = callTaking(code, node);
  const updating = made ? undefined : updatingCall(code, node);
  if (updating && isReference(value) && originOf(code, value).namesScope)
    return { kind: "record", target: node, value: node.value, call: updating };
  if (!made && isNextState(code, node, value)) return { kind: "return", target: node, value: node.value };
  if (!made && isReference(value) && originOf(code, value).namesScope) return replacedWith(code, node);
  const call = made && isTextOfRecord(code, made) ? code.tree.parent(made) : made;
  if ((!isCall(call) && call?.type !== "NewExpression") || (value.type !== "Identifier" && !isMember(value)))
    return undefined;
  if (!originOf(code, value).namesScope) return undefined;
  if (!leavesForElsewhere(code, call) && !isKeptUnder(code, node, call)) return undefined;
  return { kind: "record", target: node, value: node.value, call };
}

/** Whether a scope goes into the next state that a function makes, from which the file asks for it under that name. */
function isNextState(code: Code, node: t.ObjectProperty, value: Node): boolean {
  const name = propertyName(code, node.key, node.computed);
  const isCopied = partsAround(code, node).before.some(({ type }) => !/^Object/.test(type));
  return (
    name !== undefined &&
    isCopied &&
    isReference(value) &&
    originOf(code, value).namesScope &&
    isReturned(code, node) &&
    areAsked(code, [name], code.tree.functionAround(node) ?? node)
  );
}

const isTextOfRecord = (code: Code, call: Node): boolean =>
  isCall(call) && pathOf(code, call.callee) === "JSON.stringify";

/** The call that keeps or sends what another makes of a record: `store.put(id, JSON.stringify({ scope }))`. */
function sending(code: Code, call: Call | t.NewExpression | undefined): Call | t.NewExpression | undefined {
  const isText = call !== undefined && isTextOfRecord(code, call);
  const isEvent = call?.type === "NewExpression" && TOLD_CLASS.test(calleeName(code, call) ?? "");
  const outer = call && (isText || isEvent) ? code.tree.parent(call) : undefined;
  return isCall(outer) && outer.callee !== call && isKeptAndAsked(code, outer) ? outer : call;
}

/** `this.options = { ...this.options, scope }`: the scope of an object that gets others with it. */
function replacedWith(code: Code, node: t.ObjectProperty): Written | undefined {
  const holder = holderReplaced(code, node);
  if (!holder) return undefined;
  const { behind } = partsAround(code, node);
  const written = { kind: "property" as const, target: node, value: node.value, holder };
  const competing = overriding(code, behind);
  if (competing === undefined) return written;
  const path = pathOf(code, holder);
  const isKept = behind.some((part) => pathOf(code, part.type === "SpreadElement" ? part.argument : part) === path);
  return competing === "scope" || isKept ? undefined : { ...written, by: "choice" };
}

/** Whether a property belongs to an object literal that a function returns. */
function isReturned(code: Code, node: Node): boolean {
  for (const ancestor of code.tree.ancestors(node)) {
    if (ancestor.type === "ReturnStatement") return true;
    if (ancestor.type === "ArrowFunctionExpression")
      return covers(ancestor.body, node) && !isCall(code.tree.parent(ancestor));
    const isCopy = isCall(ancestor) && copiesRecords(code, ancestor);
    if (
      !isCopy &&
      !/^(?:ArrayExpression|ObjectExpression|ConditionalExpression|SpreadElement|LogicalExpression)$/.test(
        ancestor.type,
      )
    )
      return false;
  }
  return false;
}

/** A scope given by itself to a call: `provider.markStepUpPending(scope)`, `client = await connect(scope)`. */
function handedOn(code: Code, node: Call | t.NewExpression): Written | undefined {
  const leaves = leavesForElsewhere(code, node);
  const isStated = isCall(node) && isStatement(code, node);
  if (!isStated && !leaves && !isKeptAndAsked(code, node)) return undefined;
  const kept = isStated ? (writtenToPrivateField(code, node) ?? keptByKey(code, node)) : undefined;
  if (kept && isReference(kept) && originOf(code, kept).namesScope)
    return { kind: "call", target: node, value: kept, call: node };
  const isKept = isKeptAndAsked(code, node);
  if (isCall(node) && !isKept && (calledFunction(code, node) || roleOf(code, node) === "telling")) return undefined;
  const value = node.arguments.find((argument) => {
    const inner = unwrap(isKept && argument.type === "SpreadElement" ? argument.argument : argument);
    // The scope of a record is judged where the record is made.
    if (literalOf(code, inner)) return false;
    const whole = wholeOf(code, inner);
    const isAlone = whole.type === "Identifier" || isMember(whole) || (isKept && (isCall(whole) || isReference(inner)));
    return isAlone && originOf(code, inner).namesScope && (!isKept || isReadBack(code, node, inner));
  });
  const isNamed =
    isStated && handsOn(code, node) && !isBookkeeping(code, node) && !ADDING.test(calleeName(code, node) ?? "");
  if (!value) return leaves ? challengeHandedOn(code, node) : undefined;
  if (!isNamed && !leaves && !isReadBack(code, node, value)) return undefined;
  return { kind: "call", target: node, value, call: node };
}

/** A challenge that may be handed on as a whole, and its scope with it: `await recover(challenge)`. */
function challengeHandedOn(code: Code, call: Call | t.NewExpression): Written | undefined {
  const value = call.arguments.find((argument) => argument.type === "Identifier" && isMade(code, argument));
  return value && { kind: "call", target: call, value, call, property: "scope" };
}

/** Whether a variable holds what a call makes of something. */
function isMade(code: Code, name: t.Identifier): boolean {
  const declaration = code.bindings.resolve(name)?.declaration;
  return declaration?.type === "VariableDeclarator" && isCall(declaration.init);
}

/** Whether the result of a call is not used. */
function isStatement(code: Code, call: Node): boolean {
  const parent = code.tree.parent(call);
  switch (parent?.type) {
    case "ExpressionStatement":
      return true;
    case "AwaitExpression":
    case "YieldExpression":
      return isStatement(code, parent);
    case "SequenceExpression":
      return parent.expressions.at(-1) !== call || isStatement(code, parent);
    // `if (error === …) tell(scope)`, minified.
    case "LogicalExpression":
      return parent.right === call && isStatement(code, parent);
    case "ConditionalExpression":
      return parent.test !== call && isStatement(code, parent);
    default:
      return false;
  }
}

/** The name under which a sink is mentioned elsewhere. */
export function lastName(code: Code, target: Node): string | undefined {
  const node = unwrap(target);
  if (node.type === "Identifier") return node.name;
  if (node.type === "ObjectProperty") return propertyName(code, node.key, node.computed);
  if (!isMember(node)) return undefined;
  return memberName(code, node) ?? lastName(code, node.object) ?? lastName(code, node.property);
}

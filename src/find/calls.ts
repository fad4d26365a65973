import type * as t from "@babel/types";
import { HELPER_EXPORTS } from "../model/options.ts";
import type { Code } from "../parse/code.ts";
import { covers, isFunction, type Node } from "../parse/tree.ts";
import {
  AUTHORIZING,
  EMITTING,
  ERROR_NAME,
  HANDING_ON,
  KIND_OF_MESSAGE,
  PICKING,
  REQUEST_KEYS,
  SAYS_TO_LOG_IN,
  SCOPE_END,
  SENDING_BODY,
  SENDING_MESSAGE,
  SHOWING,
  TELLING,
} from "../rules/names.ts";
import { BEGINS_LOGIN } from "../rules/names-beside.ts";
import { declaredRole, importedFrom } from "./imported.ts";
import { libraryNamed, libraryOf, makesParameters } from "./library/lookup.ts";
import { writtenCall } from "./lowered.ts";
import { destructuredNames } from "./patterns.ts";
import { callOfRecord } from "./record-calls.ts";
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
} from "./syntax.ts";

/** What a call does with a scope that it is given. */
export type CallRole =
  /** Asks the authorization server for a scope. */
  | "authorization"
  /** Tells somebody of the challenge: a log, an error, a response, an event. */
  | "telling"
  | "unknown";

/** The name by which a call calls: `auth` of `auth(…)`, `(0, auth_js.auth)(…)`, `this.client.auth(…)`. */
export function calleeName(code: Code, call: Call | t.NewExpression): string | undefined {
  const callee = calleeOf(code, call);
  if (callee.type === "Identifier") return importedAs(code, callee) ?? propertyTaken(code, callee) ?? callee.name;
  return isMember(callee) ? memberName(code, callee) : undefined;
}

const calleeOf = (code: Code, call: Call | t.NewExpression): Node =>
  unwrap(call.type === "NewExpression" ? call.callee : writtenCall(code, call).callee);

/** Whether a call is one of a union helper by its name, which something has: it is imported or declared. */
export function callsHelper(code: Code, call: Call | t.NewExpression): boolean {
  return namesHelper(code, call) && !isUnbound(code, calleeOf(code, call));
}

/** Whether a call is one of a union helper that the file neither imports nor declares. */
export const lacksHelper = (code: Code, call: Call | t.NewExpression): boolean =>
  namesHelper(code, call) && isUnbound(code, calleeOf(code, call));

/** Whether a call is one of a union helper by its name alone. */
export const namesHelper = (code: Code, call: Call | t.NewExpression): boolean =>
  HELPER_EXPORTS.has(calleeName(code, call) ?? "") || declaredRole(code, call.callee) === "union-helper";

function isUnbound(code: Code, callee: Node): boolean {
  let root = callee;
  while (isMember(root)) root = unwrap(root.object);
  return root.type === "Identifier" && code.bindings.resolve(root) === undefined;
}

/** Whether the name of a function says that it gives back no more than one of its arguments, or a part of them. */
export const isPickerName = (name: string | undefined): boolean => name !== undefined && PICKING.test(name);

/** Whether a call gives no more than one of its arguments, or a part of them, by its name alone. */
export const picks = (code: Code, call: Call | t.NewExpression): boolean =>
  isPickerName(calleeName(code, call)) && !namesHelper(code, call);

/** The property that a name was taken from: `onStepUp` for `f` of `function make({ onStepUp: f })`. */
export function propertyTaken(code: Code, identifier: t.Identifier): string | undefined {
  const binding = code.bindings.resolve(identifier);
  if (binding?.kind !== "parameter" && binding?.kind !== "variable") return undefined;
  const { declaration } = binding;
  if (declaration.type === "VariableDeclarator") return destructuredNames(code, declaration.id, binding).at(-1);
  const pattern = isFunction(declaration)
    ? declaration.params.find((parameter) => covers(parameter, binding.identifier))
    : undefined;
  return destructuredNames(code, pattern, binding).at(-1);
}

/** The exported name of what another module gives, which minifiers and bundlers keep where they keep the import. */
export function importedAs(code: Code, identifier: t.Identifier): string | undefined {
  const name = importedFrom(code, identifier)?.name;
  return name === "*" || name === "default" ? undefined : name;
}

/** What a call is for, by its callee and the properties it is given. */
export function roleOf(code: Code, call: Call | t.NewExpression): CallRole {
  const name = calleeName(code, call) ?? "";
  const isRequest = takesRequestKeys(code, call);
  if (call.type === "NewExpression") {
    return isRequest || makesParameters(call.callee) ? notAnError(name) : "telling";
  }
  // A request's body: `JSON.stringify({ client_id, redirect_uri, scope })`.
  if (isRequest && pathOf(code, call.callee) === "JSON.stringify") return "authorization";
  if (isRequest && libraryOf(code, call.callee)?.makes === "parameters") return "authorization";
  const isTelling =
    TELLING.test(name) &&
    !BEGINS_LOGIN.test(name) &&
    !saysToLogIn(code, call) &&
    !expectsAnswer(code, call) &&
    !(SENDING_BODY.test(name) && hasRequestType(code, call));
  if (isThrown(code, call) || isTelling) return "telling";
  return isRequest || AUTHORIZING.test(name) ? "authorization" : "unknown";
}

/** Whether a message says that somebody is to log in: `worker.postMessage({ type: "authorize", scope })`. */
export function saysToLogIn(code: Code, call: Call): boolean {
  if (!SENDING_MESSAGE.test(calleeName(code, call) ?? "")) return false;
  return call.arguments.some((argument) => {
    const record = unwrap(argument);
    const kinds =
      record.type === "ObjectExpression"
        ? record.properties.flatMap((each) =>
            each.type === "ObjectProperty" && KIND_OF_MESSAGE.test(propertyName(code, each.key, each.computed) ?? "")
              ? [each.value]
              : [],
          )
        : [record];
    return kinds.some((kind) => SAYS_TO_LOG_IN.test(constantText(code, kind) ?? ""));
  });
}

/** Whether an event brings a function along, by which whoever hears it says that it is done: `bus.emit("lacking", scope, done)`. */
const expectsAnswer = (code: Code, call: Call): boolean =>
  EMITTING.test(calleeName(code, call) ?? "") && call.arguments.some(isFunction);

const notAnError = (name: string): CallRole => (ERROR_NAME.test(name) ? "telling" : "authorization");

/** Whether a call's name, or a text it is given, says that a scope is handed on for another authorization. */
export function handsOn(code: Code, call: Call | t.NewExpression): boolean {
  if (SHOWING.test(calleeName(code, call) ?? "")) return false;
  const texts = call.arguments.map((argument) => constantText(code, argument));
  return [calleeName(code, call), ...texts.filter((text) => SCOPE_END.test(text ?? ""))].some(
    (name) => name !== undefined && HANDING_ON.test(name),
  );
}

/** Whether a call is given properties that only an authorization request has, by themselves or as a part of its options. */
export function takesRequestKeys(code: Code, call: Call | t.NewExpression): boolean {
  return call.arguments.some((argument) => hasRequestKeys(code, argument) || hasRequestBody(code, argument));
}

/** The property with which every authorization and token request is made (RFC 6749 sections 4.1.1 and 4.1.3). */
const REQUEST_TYPES = new Set(["response_type", "grant_type"]);

/** Whether options hold the body or query of such a request: `http.post(url, { form: { grant_type, scope } })`. */
function hasRequestBody(code: Code, options: Node): boolean {
  const record = unwrap(options);
  if (record.type !== "ObjectExpression") return false;
  return record.properties.some(
    (part) => part.type === "ObjectProperty" && propertyNames(code, part.value).some((name) => REQUEST_TYPES.has(name)),
  );
}

/** Whether what a call sends is itself such a request: `post(url).send({ grant_type, scope })`. */
const hasRequestType = (code: Code, call: Call): boolean =>
  call.arguments.some((argument) => propertyNames(code, argument).some((name) => REQUEST_TYPES.has(name)));

/** Whether a record has properties that only an authorization request has. */
export const hasRequestKeys = (code: Code, record: Node): boolean =>
  propertyNames(code, record).some((key) => REQUEST_KEYS.has(key));

/**
 * The names of an object literal's properties, or of those of the literals that a call makes one record of, or of a list
 * of pairs: `[["grant_type", grant], ["scope", scope]]`.
 */
export function propertyNames(code: Code, node: Node): string[] {
  const record = unwrap(node);
  if (isCall(record) && copiesRecords(code, record))
    return record.arguments.flatMap((part) => propertyNames(code, part));
  if (record.type === "ArrayExpression")
    return record.elements.flatMap((pair) => (pair && nameOfPair(code, pair)) ?? []);
  if (record.type !== "ObjectExpression") return [];
  return record.properties.flatMap((property) => {
    if (property.type === "SpreadElement") return [];
    return propertyName(code, property.key, property.computed) ?? [];
  });
}

function nameOfPair(code: Code, pair: Node): string | undefined {
  const [name, value, ...others] = pair.type === "ArrayExpression" ? pair.elements : [];
  return name && value && others.length === 0 ? constantText(code, name) : undefined;
}

function isThrown(code: Code, call: Node): boolean {
  return code.tree.parent(call)?.type === "ThrowStatement";
}

/** The call of which a node is an argument, or part of an argument's object literal. */
export function callTaking(code: Code, node: Node): Call | t.NewExpression | undefined {
  let child = node;
  for (const parent of code.tree.ancestors(node)) {
    if (
      (isCall(parent) || parent.type === "NewExpression") &&
      parent.callee !== child &&
      !copiesRecords(code, parent) &&
      !locksRecord(code, parent)
    ) {
      return parent;
    }
    if (parent.type === "VariableDeclarator" && parent.init === child) return callOfRecord(code, parent);
    const isPart =
      parent.type === "ObjectExpression" ||
      parent.type === "ObjectProperty" ||
      parent.type === "SpreadElement" ||
      isCall(parent) ||
      parent.type === "ConditionalExpression" ||
      parent.type === "LogicalExpression" ||
      unwrap(parent) === unwrap(child);
    if (!isPart) return undefined;
    child = parent;
  }
  return undefined;
}

/** Whether a call makes one record of several: `Object.assign({}, defaults, { scope })`, or a compiler's helper. */
export function copiesRecords(code: Code, call: Call | t.NewExpression): boolean {
  const callee = unwrap(call.callee);
  return (libraryNamed(callee) ?? libraryOf(code, callee))?.record === "merged";
}

/** Whether a call gives the very record that it is given, only locked: `Object.freeze({ scope })`. */
export function locksRecord(code: Code, call: Call | t.NewExpression): boolean {
  return libraryOf(code, call.callee)?.record === "same";
}

/** The literal that a record is made of, written in place or in a constant, cast or locked or not. */
export function literalOf(code: Code, expression: Node, depth = 0): t.ObjectExpression | undefined {
  const node = unwrap(expression);
  if (node.type === "ObjectExpression" || depth > 4) return node.type === "ObjectExpression" ? node : undefined;
  const [first] = isCall(node) && locksRecord(code, node) ? node.arguments : [];
  const held = node.type === "Identifier" ? constantValue(code, node) : first;
  return held && literalOf(code, held, depth + 1);
}

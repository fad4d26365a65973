import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { JOINING, PLAIN_SCOPE } from "../rules/names.ts";
import { callTaking, copiesRecords, literalOf, locksRecord, propertyNames } from "./calls.ts";
import { keepsMember } from "./constant-members.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { libraryOf, makesParameters } from "./library/lookup.ts";
import { partsNamed } from "./parts.ts";
import { expressionNamed, isWritten } from "./request-use.ts";
import {
  type Call,
  constantText,
  isCall,
  isMember,
  isNothing,
  type Member,
  memberName,
  pathOf,
  propertyName,
  unwrap,
} from "./syntax.ts";
import { isThis, isThisMember } from "./this.ts";
import { isOfTokenCache } from "./token-caches.ts";
import { isExported } from "./uses.ts";
import type { Written } from "./written.ts";

/** More names than a scope has on its way to a request. */
const MOST_NAMES = 3;

/** Whether a call is given a record by which the server joins what is asked for with what was granted. */
export const isJoining = (code: Code, call: Call | t.NewExpression): boolean =>
  isOfTokenCache(code, call) ||
  (call.arguments.some((each) => saysJoined(code, each)) &&
    !call.arguments.some((each) => deniesJoined(code, each)) &&
    !isTakenBack(code, call));

/** Whether parameters that have a name lose the one by which the server joins: `query.delete("include_granted_scopes")`. */
function isTakenBack(code: Code, made: Node): boolean {
  const declaration = code.tree.parent(made);
  const name = declaration?.type === "VariableDeclarator" ? declaration.id : undefined;
  const binding = name?.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  return ((binding && code.bindings.references(binding)) ?? []).some((mention) => {
    const member = code.tree.parent(mention);
    const call = isMember(member) && member.object === mention ? code.tree.parent(member) : undefined;
    const key = isCall(call) && call.callee === member ? call.arguments[0] : undefined;
    return key !== undefined && JOINING.test(constantText(code, key) ?? "");
  });
}

/**
 * Whether what is assigned is asked for along with that: by a text of parameters, `url.search = new URLSearchParams({ …
 * }).toString()`, as the scope of options that have it, or as a private field or a variable that only such requests read.
 */
export function isKeptForJoining(code: Code, { kind, target, value }: Written): boolean {
  const node = unwrap(target);
  if (kind === "variable") return node.type === "Identifier" && isVariableJoined(code, node);
  if (kind !== "property" && kind !== "field") return false;
  const made = textOfParameters(code, value);
  if (made) return isJoining(code, made);
  if (!isMember(node)) return false;
  const record = literalOf(code, node.object);
  if (record) return saysJoined(code, record) && !deniesJoined(code, record);
  return isThisMember(pathOf(code, node)) ? isFieldJoined(code, node) : isOwnNameJoined(code, node);
}

type Word = Node | "either";

/**
 * What a record says last of whether the server is to join the scopes, itself or by a constant that is spread into it;
 * "either" where it may say one thing or the other.
 */
function said(code: Code, expression: Node, depth = 0): Word | undefined {
  const node = unwrap(expression);
  const next = (inner: Node) => (depth > MOST_NAMES ? undefined : said(code, inner, depth + 1));
  switch (node.type) {
    case "ObjectExpression": {
      let word: Word | undefined;
      for (const part of node.properties) {
        const isIt = part.type === "ObjectProperty" && JOINING.test(propertyName(code, part.key, part.computed) ?? "");
        if (isIt) word = part.value;
        if (part.type !== "SpreadElement") continue;
        // What is spread behind it and not read may say otherwise.
        const isRead = literalOf(code, part.argument) !== undefined;
        word = next(part.argument) ?? (isRead ? word : word && "either");
      }
      return word;
    }
    case "ConditionalExpression":
      return next(node.consequent) || next(node.alternate) ? "either" : undefined;
    case "LogicalExpression":
      return next(node.left) || next(node.right) ? "either" : undefined;
    case "Identifier": {
      const binding = code.bindings.resolve(node);
      const record = binding && literalOf(code, node);
      const inner = record && next(record);
      return inner && !keepsMember(code, binding, record, undefined) ? "either" : inner;
    }
    case "CallExpression":
    case "OptionalCallExpression":
      return copiesRecords(code, node) || locksRecord(code, node) ? lastSaid(code, node.arguments, next) : undefined;
    default:
      return undefined;
  }
}

/** What records say that are put into one, one after the other: what is not read behind it may say otherwise. */
function lastSaid(code: Code, records: readonly Node[], next: (record: Node) => Word | undefined): Word | undefined {
  let word: Word | undefined;
  for (const each of records) {
    const isRead = literalOf(code, each) !== undefined || isCall(unwrap(each));
    word = next(each) ?? (isRead ? word : word && "either");
  }
  return word;
}

function saysJoined(code: Code, record: Node): boolean {
  const word = said(code, record);
  if (word !== undefined) return word !== "either" && !isOff(code, word);
  return propertyNames(code, record).some((name) => JOINING.test(name));
}

function deniesJoined(code: Code, record: Node): boolean {
  const word = said(code, record);
  return word !== undefined && (word === "either" || isOff(code, word));
}

/** Whether a variable is read, and only into requests for which the server joins the scopes. */
function isVariableJoined(code: Code, name: t.Identifier): boolean {
  const binding = code.bindings.resolve(name);
  const references = (binding?.kind === "variable" && code.bindings.references(binding)) || [];
  const reads = references.filter((each) => !isWritten(code, each));
  const isSeen = binding !== undefined && !isExported(code, binding);
  return reads.length > 0 && isSeen && reads.every((read) => isAskedJoined(code, read, 0));
}

/** Whether a property has a name of its own, and all that the file reads by that is asked for along with that. */
function isOwnNameJoined(code: Code, member: Member): boolean {
  const name = memberName(code, member);
  if (name === undefined || PLAIN_SCOPE.test(name)) return false;
  const reads = (code.bindings.mentions(name, code.tree.program) ?? []).flatMap((mention) => {
    const read = expressionNamed(code, mention);
    if (!read || !isMember(read)) return code.tree.parent(mention)?.type === "TSPropertySignature" ? [] : [mention];
    return isWritten(code, read) ? [] : [read];
  });
  return reads.length > 0 && reads.every((read) => isAskedJoined(code, read, 0)) && !isHandedOver(code, member);
}

/** Whether the object of a member is given to a call anywhere, which may read all of it: `startLogin(req.session)`. */
function isHandedOver(code: Code, member: Member): boolean {
  const object = unwrap(member.object);
  const name = isMember(object) ? memberName(code, object) : object.type === "Identifier" ? object.name : undefined;
  // A name of a letter or two is a minifier's.
  if (name === undefined || name.length < 3) return false;
  return (code.bindings.mentions(name, code.tree.program) ?? []).some((mention) => {
    const place = expressionNamed(code, mention) ?? mention;
    const call = code.tree.parent(place);
    return isCall(call) && call.callee !== place;
  });
}

/** Whether a function of the file asks for what it is given so. */
export const isGivenForJoining = (code: Code, value: Node): boolean =>
  isCall(code.tree.parent(value)) && isAskedJoined(code, value, 0);

/** Whether what is read becomes the scope of such a request, by itself or by a name, in the place of which another may stand. */
function isAskedJoined(code: Code, read: Node, depth: number): boolean {
  const parent = code.tree.parent(read);
  switch (parent?.type) {
    case "LogicalExpression":
    case "ConditionalExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
      return isAskedJoined(code, parent, depth);
    case "VariableDeclarator": {
      const binding = parent.id.type === "Identifier" ? code.bindings.resolve(parent.id) : undefined;
      const references = (depth < MOST_NAMES && binding && code.bindings.references(binding)) || [];
      return references.length > 0 && references.every((each) => isAskedJoined(code, each, depth + 1));
    }
    // A compiler's temporary: `(_a = session.scope) != null ? _a : "openid"`.
    case "AssignmentExpression": {
      const binding = parent.left.type === "Identifier" ? code.bindings.resolve(parent.left) : undefined;
      const references = (binding && code.bindings.references(binding)) || [];
      const used = references.filter(
        (each) => !isWritten(code, each) && code.tree.parent(each)?.type === "ConditionalExpression",
      );
      return depth < MOST_NAMES && used.length > 0 && used.every((each) => isAskedJoined(code, each, depth + 1));
    }
    case "ObjectProperty": {
      const call = parent.value === read ? callTaking(code, parent) : undefined;
      if (call && isOfTokenCache(code, call)) return true;
      if (!call || !isAskedAsMade(code, call)) return false;
      return call.arguments.some((each) => isTurnedOn(code, each)) === true;
    }
    // A function of the file that asks for what it is given: `tokenFor(account, scopes)`.
    case "CallExpression": {
      const at = parent.arguments.indexOf(read as (typeof parent.arguments)[number]);
      const target = depth < MOST_NAMES && at >= 0 ? calledFunction(code, parent) : undefined;
      const taken = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
      const references = (taken && code.bindings.references(taken.binding)) ?? [];
      return references.length > 0 && references.every((each) => isAskedJoined(code, each, depth + 1));
    }
    default:
      return false;
  }
}

/** Whether what a call makes is asked for as it was made: parameters that become a text at once, or what a client takes. */
function isAskedAsMade(code: Code, call: Call | t.NewExpression): boolean {
  if (call.type !== "NewExpression") return libraryOf(code, call.callee) === undefined;
  const parent = code.tree.parent(call);
  const isText = isMember(parent) && parent.object === call && memberName(code, parent) === "toString";
  return (
    makesParameters(call.callee) &&
    (isText || parent?.type === "TemplateLiteral" || parent?.type === "BinaryExpression")
  );
}

/** Whether parameters say for certain that the server is to join the scopes. */
function isTurnedOn(code: Code, argument: Node): boolean {
  const word = said(code, argument);
  const value = word && word !== "either" ? unwrap(word) : undefined;
  if (!value) return false;
  // `!0`, minified.
  if (value.type === "UnaryExpression" && value.operator === "!")
    return value.argument.type === "NumericLiteral" && value.argument.value === 0;
  return value.type === "BooleanLiteral" ? value.value : constantText(code, value) === "true";
}

/** The parameters of which a value is the text. */
function textOfParameters(code: Code, value: Node): t.NewExpression | undefined {
  const node = unwrap(value);
  const isText = isCall(node) && isMember(node.callee) && memberName(code, node.callee) === "toString";
  const made = isText && isMember(node.callee) ? unwrap(node.callee.object) : node;
  return made.type === "NewExpression" && makesParameters(made.callee) ? made : undefined;
}

/** Whether a private field is read, and only into requests for which the server joins the scopes. */
function isFieldJoined(code: Code, field: Member): boolean {
  const owner = code.tree.classAround(field);
  const name = memberName(code, field);
  const path = pathOf(code, field);
  const parts = owner && name !== undefined ? partsNamed(code, owner, name) : [];
  const isPrivate = parts.some(
    (part) =>
      part.type === "ClassPrivateProperty" || (part.type === "ClassProperty" && part.accessibility === "private"),
  );
  if (!isPrivate || owner === undefined || name === undefined) return false;
  let isRead = false;
  const mentions = code.bindings.mentions(name, code.tree.program);
  const areJoined = mentions?.every((mention) => {
    const read = expressionNamed(code, mention);
    const around = code.tree.parent(mention);
    if (!read || !isMember(read)) return around?.type !== "ObjectProperty" || !isPattern(code, around);
    if (pathOf(code, read) !== path) return !isThis(pathOf(code, read.object));
    if (isWritten(code, read)) return true;
    const property = code.tree.parent(read);
    const call = property?.type === "ObjectProperty" ? callTaking(code, property) : undefined;
    isRead ||= call !== undefined;
    return call !== undefined && isJoining(code, call);
  });
  return isRead && areJoined === true;
}

const isPattern = (code: Code, property: Node): boolean => code.tree.parent(property)?.type === "ObjectPattern";

/** What a parameter says that is not to count. */
const OFF: readonly (string | undefined)[] = ["false", "0", ""];

/** `false` or nothing, and what minifiers make of it: `!1`. */
function isOff(code: Code, value: Node): boolean {
  const node = unwrap(value);
  if (isNothing(node) || OFF.includes(constantText(code, node))) return true;
  if (node.type === "UnaryExpression" && node.operator === "!")
    return node.argument.type === "NumericLiteral" && node.argument.value === 1;
  return node.type === "NumericLiteral" ? node.value === 0 : node.type === "BooleanLiteral" && !node.value;
}

import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { endOf, type FunctionNode, type Node, startOf } from "../parse/tree.ts";
import { ADDING, JOINING, PLAIN_SCOPE } from "../rules/names.ts";
import { calleeName, callTaking, literalOf, propertyNames } from "./calls.ts";
import { isBookkeeping } from "./handed-on.ts";
import { makesParameters } from "./library/lookup.ts";
import { namesScope, originOf } from "./origins.ts";
import { partsNamed } from "./parts.ts";
import { setsOther } from "./request-parameters.ts";
import { expressionNamed, isWritten } from "./request-use.ts";
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
  propertyValue,
  unwrap,
} from "./syntax.ts";
import { isThis, isThisMember } from "./this.ts";
import type { Written } from "./written.ts";

/** More names than a scope has on its way to a request. */
const MOST_NAMES = 3;

const JOINED = "the server joins it with what was granted";

/** Why a challenged scope that is asked for alone loses nothing; undefined where it does. */
export function whyNothingIsLost(code: Code, { call, kind, target, value }: Written): string | undefined {
  if (!call)
    return (kind === "property" || kind === "field") && isKeptForJoining(code, target, value) ? JOINED : undefined;
  const receiver = isCall(call) && kind === "parameter" && isMember(call.callee) ? call.callee.object : undefined;
  const isSet = receiver !== undefined && setsOther(code, receiver, (name) => JOINING.test(name));
  if (isSet || isJoining(code, call)) return JOINED;
  if (isCall(call) && isAdding(code, call)) return "what is called adds it to those it has";
  if (isKeptUnderScope(code, call, value)) return "a token is kept for each scope";
  return undefined;
}

/** Whether a method adds scopes to those that its object has: it is given no parameters of a request of its own. */
const isAdding = (code: Code, call: Call): boolean =>
  isMember(call.callee) &&
  ADDING.test(calleeName(code, call) ?? "") &&
  !call.arguments.some((argument) => propertyNames(code, argument).some((name) => !namesScope(name)));

/** Whether a call is given a record by which the server joins what is asked for with what was granted. */
function isJoining(code: Code, call: Call | t.NewExpression): boolean {
  const names = call.arguments.flatMap((argument) => propertyNames(code, argument));
  return names.some((name) => JOINING.test(name)) && !call.arguments.some((each) => isTurnedOff(code, each));
}

/**
 * Whether what is assigned is asked for along with that: by a text of parameters, `url.search = new URLSearchParams({ …
 * }).toString()`, as the scope of options that have it, or as a private field that only such requests read.
 */
function isKeptForJoining(code: Code, target: Node, value: Node): boolean {
  const made = textOfParameters(code, value);
  if (made) return isJoining(code, made);
  const member = unwrap(target);
  if (!isMember(member)) return false;
  const record = literalOf(code, member.object);
  if (record) {
    return propertyNames(code, record).some((name) => JOINING.test(name)) && !isTurnedOff(code, record);
  }
  return isThisMember(pathOf(code, member)) ? isFieldJoined(code, member) : isOwnNameJoined(code, member);
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
      return call?.arguments.some((each) => isTurnedOn(code, each)) === true;
    }
    default:
      return false;
  }
}

/** Whether parameters say for certain that the server is to join the scopes. */
function isTurnedOn(code: Code, argument: Node): boolean {
  const record = unwrap(argument);
  if (record.type !== "ObjectExpression") return false;
  return record.properties.some((part) => {
    if (part.type !== "ObjectProperty" || !JOINING.test(propertyName(code, part.key, part.computed) ?? ""))
      return false;
    const value = unwrap(part.value);
    // `!0`, minified.
    if (value.type === "UnaryExpression" && value.operator === "!")
      return value.argument.type === "NumericLiteral" && value.argument.value === 0;
    return value.type === "BooleanLiteral" ? value.value : constantText(code, value) === "true";
  });
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

function isTurnedOff(code: Code, argument: Node): boolean {
  const record = unwrap(argument);
  if (record.type !== "ObjectExpression") return false;
  const value = propertyValue(code, record, "include_granted_scopes");
  return value !== undefined && (constantText(code, value) === "false" || isFalse(value));
}

/** `false`, and what minifiers make of it: `!1`. */
const isFalse = (value: Node): boolean => {
  const node = unwrap(value);
  if (node.type === "UnaryExpression" && node.operator === "!")
    return node.argument.type === "NumericLiteral" && node.argument.value === 1;
  return node.type === "BooleanLiteral" && !node.value;
};

/** `this.tokens.set(challenge.scope, await grant({ scope: challenge.scope }))`: what comes of it is kept under the scope. */
function isKeptUnderScope(code: Code, call: Call | t.NewExpression, value: Node): boolean {
  const path = pathOf(code, value);
  if (path !== undefined && isKeptLater(code, call, path)) return true;
  for (const ancestor of code.tree.ancestors(call)) {
    if (isCall(ancestor)) {
      const [key] = ancestor.arguments;
      const isSet =
        isBookkeeping(code, ancestor) && isMember(ancestor.callee) && memberName(code, ancestor.callee) === "set";
      return isSet && key !== undefined && path !== undefined && pathOf(code, key) === path;
    }
    if (ancestor.type === "AssignmentExpression") {
      const left = unwrap(ancestor.left);
      return isMember(left) && left.computed && path !== undefined && pathOf(code, left.property) === path;
    }
    if (!/^(?:Await|Yield)Expression$/.test(ancestor.type) && unwrap(ancestor) !== unwrap(call)) return false;
  }
  return false;
}

/** The same under a key that is made of the scope, in the function that asks: `` const key = `${audience}|${scope}` ``. */
function isKeptLater(code: Code, call: Call | t.NewExpression, path: string): boolean {
  const around = code.tree.functionAround(call);
  const keys = around ? keysMade(code, around) : [];
  return keys.some((key) => startOf(key) > endOf(call) && originOf(code, key).own.has(path));
}

/** The keys under which a function keeps something, of those that it puts together. */
const keysMade = (code: Code, around: FunctionNode): readonly Node[] =>
  code.answers.of(keysMade, around, () =>
    code.tree.own(around.body, "AssignmentExpression", "CallExpression").flatMap((each) => {
      const place = unwrap(isCall(each) ? each.callee : each.left);
      if (!isMember(place)) return [];
      const isSet = isCall(each) && memberName(code, place) === "set" && isBookkeeping(code, each);
      const key = isSet ? each.arguments[0] : !isCall(each) && place.computed ? place.property : undefined;
      const name = key && unwrap(key);
      const made = name?.type === "Identifier" ? constantValue(code, name) : name;
      return key && made?.type === "TemplateLiteral" ? [key] : [];
    }),
  );

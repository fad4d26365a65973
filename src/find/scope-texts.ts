import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { SHOWING } from "../rules/names.ts";
import { isScopeParameter } from "./behind-parameter.ts";
import { calleeName, roleOf } from "./calls.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { isMadeOfAll, libraryOf, methodOf } from "./library/lookup.ts";
import { namesScope } from "./origins.ts";
import { scopeOfPair } from "./request-pairs.ts";
import { setParameter } from "./request-parameters.ts";
import { reachesRequest } from "./request-use.ts";
import { type Call, isCall, outOfCasts, propertyName } from "./syntax.ts";
import { usesOf } from "./uses.ts";
import { lastName } from "./written.ts";

/** More names and functions behind each other than a text takes to its request. */
const MOST_NAMES = 3;

/**
 * Whether a text, or what is made of all of it, is the scope of a request, by the name under which it is put there:
 * ``scope: `openid ${scope}` ``, or `scope: wanted` of ``const wanted = `openid ${scope}` ``.
 */
export function isScopeOfRequest(code: Code, text: Node, depth = 0): boolean {
  let whole = outOfCasts(code, text);
  for (let parent = code.tree.parent(whole); parent; parent = code.tree.parent(whole)) {
    if (isPutAsScope(code, parent, whole)) return true;
    const others = depth < MOST_NAMES ? readElsewhere(code, parent, whole) : [];
    if (others.some((each) => isScopeOfRequest(code, each, depth + 1))) return true;
    if (!isInWhole(code, parent, whole)) return false;
    whole = outOfCasts(code, parent);
  }
  return false;
}

function isPutAsScope(code: Code, parent: Node, whole: Node): boolean {
  switch (parent.type) {
    case "ObjectProperty":
      return parent.value === whole && namesScope(propertyName(code, parent.key, parent.computed));
    case "ArrayExpression":
      return scopeOfPair(code, parent)?.value === whole;
    case "TemplateLiteral":
      return isScopeParameter(parent, whole);
    default:
      return isCall(parent) && parent.callee !== whole && setParameter(code, parent) === "scope";
  }
}

/** Where what a name or a parameter is given, or a function gives, is read. */
function readElsewhere(code: Code, parent: Node, whole: Node): readonly Node[] {
  if (parent.type === "VariableDeclarator") return parent.init === whole ? mentionsOf(code, parent.id) : [];
  if (parent.type === "AssignmentExpression") return parent.right === whole ? mentionsOf(code, parent.left) : [];
  if (isCall(parent)) return mentionsGiven(code, parent, whole);
  const around =
    parent.type === "ReturnStatement"
      ? code.tree.functionAround(parent)
      : isFunction(parent) && parent.body === whole
        ? parent
        : undefined;
  return ((around && usesOf(code, around)?.mentions) ?? []).flatMap((mention) => {
    const call = code.tree.parent(mention);
    return isCall(call) && call.callee === mention ? [call] : [];
  });
}

function mentionsOf(code: Code, name: Node): readonly Node[] {
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  return (binding && code.bindings.references(binding)) ?? [];
}

function mentionsGiven(code: Code, call: Call, whole: Node): readonly Node[] {
  const at = (call.arguments as readonly Node[]).indexOf(whole);
  const target = at < 0 ? undefined : calledFunction(code, call);
  const parameter = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
  return (parameter && code.bindings.references(parameter.binding)) ?? [];
}

/** Whether what is around a text holds all of it, among others or in another form, or is one of several in its place. */
function isInWhole(code: Code, parent: Node, part: Node): boolean {
  switch (parent.type) {
    case "TemplateLiteral":
    case "ArrayExpression":
    case "SpreadElement":
      return true;
    case "BinaryExpression":
      return parent.operator === "+";
    case "ConditionalExpression":
      return parent.test !== part;
    case "LogicalExpression":
      return parent.operator !== "&&" || parent.right === part;
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.object === part && isCall(code.tree.parent(parent)) && isMadeOfAll(methodOf(code, parent));
    case "CallExpression":
    case "OptionalCallExpression":
      return parent.callee === part || keepsGiven(code, parent);
    default:
      return false;
  }
}

const keepsGiven = (code: Code, call: Call): boolean =>
  libraryOf(code, call.callee)?.keepsText === true || methodOf(code, call.callee)?.keeps === "joined";

/** The same, or a text that gets the name of a scope, or is given for a scope: no sentence for a person. */
export function isScopeText(code: Code, text: t.TemplateLiteral): boolean {
  if (isScopeOfRequest(code, text)) return !isSentence(text) || reachesRequest(code, text);
  return isTakenForScope(code, text, outOfCasts(code, text), 0);
}

/** The same of a text, or of a name that holds it. */
function isTakenForScope(code: Code, text: t.TemplateLiteral, whole: Node, depth: number): boolean {
  const parent = code.tree.parent(whole);
  if (parent?.type === "VariableDeclarator" || parent?.type === "AssignmentExpression") {
    const name = parent.type === "VariableDeclarator" ? parent.id : parent.left;
    if (name === whole) return false;
    if (namesScope(lastName(code, name))) return true;
    return depth < MOST_NAMES && mentionsOf(code, name).some((each) => isTakenForScope(code, text, each, depth + 1));
  }
  return isCall(parent) && parent.callee !== whole && isGivenForScope(code, parent, whole, text);
}

/**
 * Whether a call takes a text for a scope: by the parameter's name where the file shows it, else where the call's own
 * name says that it asks for a login and the text is not one of those that it could as well show.
 */
function isGivenForScope(code: Code, call: Call, whole: Node, text: t.TemplateLiteral): boolean {
  const called = calledFunction(code, call) ?? declaredFunction(code, call);
  if (!called) return !isSentence(text) && !isForTelling(code, call);
  const parameter = called.params[(call.arguments as readonly Node[]).indexOf(whole)];
  const named = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  return named?.type === "Identifier" && namesScope(named.name);
}

/** Whether a call is one of the language, or shows or tells what it is given, by its name. */
const isForTelling = (code: Code, call: Call): boolean =>
  roleOf(code, call) === "telling" ||
  SHOWING.test(calleeName(code, call) ?? "") ||
  (libraryOf(code, call.callee) ?? methodOf(code, call.callee)) !== undefined;

/** What a file says of a function that others have: `declare function authorize(scope: string): void`. */
function declaredFunction(code: Code, { callee }: Call): t.TSDeclareFunction | undefined {
  if (callee.type !== "Identifier" || code.bindings.resolve(callee)) return undefined;
  for (const mention of code.bindings.mentions(callee.name, code.tree.program) ?? []) {
    const declaration = code.tree.parent(mention);
    if (declaration?.type === "TSDeclareFunction" && declaration.id === mention) return declaration;
  }
  return undefined;
}

/** A word of letters that begins with a capital one, or what ends a word or a sentence: no scope is written so. */
const OF_SENTENCE = /(?:^|\s)[A-Z][a-z]*(?:\s|$)|[.,:;!?](?:\s|$)/;

/** Whether a text is written as no list of scopes is: as a sentence, or a part of one. */
export const isSentence = ({ quasis }: t.TemplateLiteral): boolean =>
  OF_SENTENCE.test(quasis.map(({ value }) => value.cooked ?? "").join("scope"));

/** Four words behind each other, and the end of a sentence: a list of scopes has neither dots nor a colon behind a word. */
const WORDS = /(?:\p{L}{2,20} ){3}\p{L}/u;
const END = /\p{L}[)"']?[.!?:](?:\s|$)/u;

/** Whether a text is one for a person, wherever it goes: a sentence of words beside what it tells. */
export function isForPerson({ quasis }: t.TemplateLiteral): boolean {
  const texts = quasis.map(({ value }) => value.cooked ?? "");
  return texts.some((text) => WORDS.test(text)) && texts.some((text) => END.test(text));
}

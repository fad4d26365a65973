import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { SCOPE_TOKEN } from "../rules/names.ts";
import { regexSource } from "./error-code.ts";
import { documentedAt } from "./jsdoc.ts";
import { isOfLists, libraryOf, makesList, methodNamed } from "./library/lookup.ts";
import { expressionNamed } from "./request-use.ts";
import { classGiven } from "./shells.ts";
import {
  constantNumber,
  constantText,
  isCall,
  isMember,
  type Member,
  memberName,
  outOfCasts,
  pathOf,
  propertyName,
  unwrap,
} from "./syntax.ts";
import { textOfValue } from "./text-of.ts";
import { LIST, OTHER, textTypeOf } from "./text-types.ts";
import { isThisMember } from "./this.ts";
import { classesBelow } from "./uses.ts";

/** Code that shows that what a path holds is no text. */
export interface NoText {
  readonly node: Node;
  /** A list or a Set, a text whose scopes are separated by no blanks, or no text at all: a number, a record, `false`. */
  readonly kind: "list" | "separated" | "other";
}

/** A use of what a path holds, or a write into it, that does not fit a text: an element is asked for, a list is written. */
export function noTextIn(code: Code, expression: Node, path: string, name: string): NoText | undefined {
  const whole = placesOf(code, expression, path);
  return code.answers.ofBoth(noTextIn, whole[0] as Node, `${name} ${path}`, () => findNoText(code, whole, path, name));
}

function findNoText(code: Code, whole: readonly Node[], path: string, name: string): NoText | undefined {
  const reads = whole.flatMap((within) =>
    (code.bindings.mentions(name, within) ?? []).flatMap((mention) => {
      if (isThisMember(path) && definedBy(code, mention)) return [mention];
      const read = expressionNamed(code, mention);
      return read && pathOf(code, read) === path ? [read] : [];
    }),
  );
  let other: NoText | undefined;
  for (const pattern of whole.flatMap((within) => takenAs(code, within, path, name))) {
    const use = ofAlias(code, pattern, 0);
    if (use?.kind === "list") return use;
    other ??= use;
  }
  for (const read of new Set(reads)) {
    const use = noTextUse(code, read, 0);
    if (use?.kind === "list") return use;
    const written = textWritten(code, read);
    if (written?.kind === "list") return written;
    other ??= use ?? written;
  }
  return other;
}

/** Whether a value is used elsewhere as a list: `scope.join(" ")`. */
export function isUsedAsList(code: Code, value: Node): boolean {
  const node = unwrap(value);
  const path = pathOf(code, node);
  const name = node.type === "Identifier" ? node.name : isMember(node) ? memberName(code, node) : undefined;
  if (path === undefined || name === undefined || isThisMember(path)) return false;
  return noTextIn(code, node, path, name)?.kind === "list";
}

/**
 * Where a file takes what is called as the wire calls it apart at something else than blanks, whoever's it is:
 * `token.scope.split(",")` says what stands between the scopes of that server.
 */
export const separatedOnWire = (code: Code): NoText | undefined =>
  code.answers.of(separatedOnWire, code.tree.program, () => {
    for (const mention of code.bindings.mentions("scope", code.tree.program) ?? []) {
      const read = expressionNamed(code, mention);
      const method = read && code.tree.parent(read);
      const use = isMember(read) && isMember(method) && method.object === read ? ofMember(code, method) : undefined;
      if (use?.kind === "separated") return use;
    }
    return undefined;
  });

/** The names that patterns give what a path holds: `const { scope: asked } = this`. */
function takenAs(code: Code, within: Node, path: string, name: string): readonly Node[] {
  return (code.bindings.mentions(name, within) ?? []).flatMap((mention) => {
    const property = code.tree.parent(mention);
    const pattern = property?.type === "ObjectProperty" ? code.tree.parent(property) : undefined;
    const declarator = pattern?.type === "ObjectPattern" ? code.tree.parent(pattern) : undefined;
    if (property?.type !== "ObjectProperty" || declarator?.type !== "VariableDeclarator" || !declarator.init) return [];
    const isTaken = `${pathOf(code, declarator.init)}.${propertyName(code, property.key, property.computed)}` === path;
    return isTaken ? [property.value] : [];
  });
}

/** Where a path is looked for: the scope of its variable; the class around it, with the others of its line. */
function placesOf(code: Code, expression: Node, path: string): readonly Node[] {
  const root = rootOf(expression);
  const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  if (!isThisMember(path)) return [binding?.scope ?? code.tree.program];
  const owner = code.tree.classAround(expression);
  if (!owner) return [code.tree.program];
  const above = classGiven(code, owner.superClass);
  return [owner, ...(above ? [above] : []), ...classesBelow(code, owner)];
}

function rootOf(expression: Node): Node {
  const node = unwrap(expression);
  return isMember(node) ? rootOf(node.object) : node;
}

/** The use that a read is made of, where no text of scopes has such. */
function noTextUse(code: Code, read: Node, depth: number): NoText | undefined {
  const parent = code.tree.parent(read);
  if (!parent || depth > 4) return undefined;
  if (unwrap(parent) === unwrap(read)) return noTextUse(code, parent, depth);
  const list = (isOne: boolean): NoText | undefined => (isOne ? { node: parent, kind: "list" } : undefined);
  switch (parent.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.object === read ? ofMember(code, parent) : undefined;
    case "SpreadElement":
      return list(code.tree.parent(parent)?.type !== "ObjectExpression");
    case "ForOfStatement":
      return list(parent.right === read);
    case "LogicalExpression": {
      if (parent.operator === "&&") return parent.left === read ? undefined : noTextUse(code, parent, depth);
      const other = parent.left === read ? parent.right : parent.left;
      return list(textOfValue(code, other) === LIST) ?? noTextUse(code, parent, depth);
    }
    case "ConditionalExpression": {
      if (parent.test === read) return undefined;
      const other = parent.consequent === read ? parent.alternate : parent.consequent;
      return list(textOfValue(code, other) === LIST) ?? noTextUse(code, parent, depth);
    }
    case "AssignmentExpression":
      // A compiler's temporary: `(_a = this.scope) != null ? _a : []`.
      if (parent.right !== read || parent.operator !== "=" || parent.left.type !== "Identifier") return undefined;
      return ofAlias(code, parent.left, depth) ?? noTextUse(code, parent, depth);
    case "BinaryExpression": {
      const other = constantText(code, parent.left === read ? parent.right : parent.left);
      if (parent.operator === "+" && SEPARATOR.test(other ?? "")) return { node: parent, kind: "separated" };
      return list(parent.operator === "instanceof" && parent.left === read);
    }
    case "TemplateLiteral": {
      const at = parent.expressions.indexOf(read as t.Expression);
      const isGlued = [at, at + 1].some((beside) => SEPARATOR.test(parent.quasis[beside]?.value.raw ?? ""));
      return isGlued ? { node: parent, kind: "separated" } : undefined;
    }
    case "ArrayExpression":
      return ofElement(code, parent);
    case "NewExpression":
      return list(isGiven(parent, read) && makesList(libraryOf(code, parent.callee)));
    case "CallExpression": {
      const { callee } = parent;
      if (!isGiven(parent, read) || !isMember(callee)) return undefined;
      // `[].concat(scopes)` makes one list of a text and of a list.
      const made = unwrap(callee.object);
      if (made.type === "ArrayExpression") return list(made.elements.length === 0);
      return list(
        isGlobal(code, callee.object, /^Array$/) && /^(?:isArray|from)$/.test(memberName(code, callee) ?? ""),
      );
    }
    case "VariableDeclarator":
      return parent.init === read ? ofAlias(code, parent.id, depth) : undefined;
    default:
      return undefined;
  }
}

/** An element of a list that is made flat, or joined by no blank: `[scopes].flat()`, `[BASE, scope].join(",")`. */
function ofElement(code: Code, list: Node): NoText | undefined {
  const member = code.tree.parent(outOfCasts(code, list));
  const call = member && code.tree.parent(member);
  if (!isMember(member) || !isCall(call) || call.callee !== member) return undefined;
  const name = memberName(code, member);
  if (name === "flat") return { node: call, kind: "list" };
  const separator = name === "join" ? call.arguments[0] : undefined;
  const isTight = separator && SEPARATOR.test(constantText(code, separator) ?? "");
  return isTight ? { node: call, kind: "separated" } : undefined;
}

function ofMember(code: Code, member: Member): NoText | undefined {
  const name = memberName(code, member);
  // An element by its place.
  if (name === undefined || isOfLists(name)) return { node: member, kind: "list" };
  const call = code.tree.parent(member);
  if (!isCall(call) || call.callee !== member) return undefined;
  const [sought, put] = call.arguments;
  const isTakenApart = name === "split" && separates(code, sought);
  const isMended =
    methodNamed(name)?.keeps === "replaced" && separates(code, sought) && put && constantText(code, put) === " ";
  return isTakenApart || isMended ? { node: call, kind: "separated" } : undefined;
}

/**
 * Whether a text or a pattern stands for a separator other than blanks.
 *
 * @param otherwise what stands there where none is given
 */
function separates(code: Code, sought: Node | undefined, otherwise?: string): boolean {
  const text = sought ? (regexSource(code, sought) ?? constantText(code, sought)) : otherwise;
  return text !== undefined && /^\s*(?:[+,;|]|\\[+|])\s*$/.test(text.replace(/\\s[*+]?/g, ""));
}

/** Stands between two scopes, and is no blank. */
const SEPARATOR = /^[+,;|]$/;

const isGiven = (call: { arguments: readonly Node[] }, value: Node): boolean => call.arguments[0] === value;

const isGlobal = (code: Code, callee: Node, names: RegExp): boolean =>
  callee.type === "Identifier" && names.test(callee.name) && !code.bindings.resolve(callee);

function ofAlias(code: Code, pattern: Node, depth: number): NoText | undefined {
  if (pattern.type === "ArrayPattern") return { node: pattern, kind: "list" };
  const binding = pattern.type === "Identifier" ? code.bindings.resolve(pattern) : undefined;
  for (const reference of (binding && code.bindings.references(binding)) ?? []) {
    const found = noTextUse(code, reference, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** The flags of a mask, or a level. */
const NUMBER = /^\d+$/;

/** Two scopes or more with a separator between them that is no blank. */
const SEPARATED = /^[^\s,+]+(?:[,+][^\s,+]+)+$/;

/**
 * Whether a value is a text that is no scopes with blanks between them: a constant that separates them otherwise, or
 * stands for none or for any, a number, a list that is joined by something else, a part of a template that something else is glued to.
 */
export function isSeparated(code: Code, value: Node): boolean {
  if (isListed(code, value)) return true;
  const text = constantText(code, value);
  if (text !== undefined) return !text.split(/\s+/).every((each) => each === "" || SCOPE_TOKEN.test(each));
  const node = unwrap(value);
  if (node.type === "TemplateLiteral")
    return node.expressions.some((each, at) => constantText(code, each) === undefined && !standsAlone(node, at));
  if (node.type === "BinaryExpression") {
    const [before, behind] = [constantText(code, node.left), constantText(code, node.right)];
    return (before !== undefined && !/(?:^|\s)$/.test(before)) || (behind !== undefined && !/^(?:\s|$)/.test(behind));
  }
  if (!isCall(node)) return false;
  const { separator } = libraryOf(code, node.callee) ?? {};
  if (separator) return separates(code, node.arguments[separator.at], separator.otherwise);
  const isJoined = isMember(node.callee) && memberName(code, node.callee) === "join";
  return isJoined && separates(code, node.arguments[0]);
}

/** Whether a value is a constant that separates its scopes by no blanks, or a number as a text. */
export function isListed(code: Code, value: Node): boolean {
  const text = constantText(code, value);
  if (text !== undefined) return SEPARATED.test(text) || NUMBER.test(text);
  const call = unwrap(value);
  const [number] = isCall(call) && libraryOf(code, call.callee)?.makes === "text" ? call.arguments : [];
  return number !== undefined && constantNumber(code, number) !== undefined;
}

/** Whether nothing but blanks stands around a part of a template. */
const standsAlone = ({ quasis }: t.TemplateLiteral, at: number): boolean =>
  /(?:^|\s)$/.test(quasis[at]?.value.raw ?? "") && /^(?:\s|$)/.test(quasis[at + 1]?.value.raw ?? "");

/** What is written by the assignment that a mention is the target of, where that is no text of scopes. */
function textWritten(code: Code, target: Node): NoText | undefined {
  const parent = code.tree.parent(target);
  const defined = definedBy(code, target);
  if (parent && defined) return noTextOf(code, parent, defined);
  if (parent?.type !== "AssignmentExpression" || parent.left !== target) return undefined;
  const documented = documentedAt(code, parent);
  if (documented && (textTypeOf(code, documented) & LIST) !== 0) return { node: parent, kind: "list" };
  if (!/^(?:=|\?\?=|\|\|=)$/.test(parent.operator)) return undefined;
  return noTextOf(code, parent, parent.right);
}

function noTextOf(code: Code, node: Node, value: Node): NoText | undefined {
  if (isSeparated(code, value)) return { node, kind: "separated" };
  const text = textOfValue(code, value);
  if ((text & LIST) !== 0) return { node, kind: "list" };
  return (text & OTHER) !== 0 ? { node, kind: "other" } : undefined;
}

/** The value that a compiler's helper gives a field: `__publicField(this, "scope", [])`. */
export function definedBy(code: Code, mention: Node): Node | undefined {
  const call = code.tree.parent(mention);
  if (!isCall(call) || call.arguments[0]?.type !== "ThisExpression" || call.arguments[1] !== mention) return undefined;
  return call.arguments[2];
}

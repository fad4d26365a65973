import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type Node, startOf } from "../parse/tree.ts";
import { LOGGING_IN } from "../rules/names.ts";
import { REPORTED } from "../rules/names-beside.ts";
import { propertyTaken } from "./asked-elsewhere.ts";
import { propertyNames } from "./calls.ts";
import { namesScope } from "./origins.ts";
import { partsNamed } from "./parts.ts";
import { expressionNamed, isWritten } from "./request-use.ts";
import { isTest } from "./shown.ts";
import { constantText, isMember, memberName, outOfCasts, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";
import { isExportMention, usesOf } from "./uses.ts";
import type { Written } from "./written.ts";

/**
 * Whether a private field is but a name within one method of a checker: no other code mentions it, the method, which
 * does not wait, writes it before it reads it, as one of its own statements, and gives it in a report, beside what it
 * found. No code of the file calls the method, which might ask for what it gives.
 */
export function isNameWithinMethod(code: Code, { kind, target }: Written): boolean {
  const field = unwrap(target);
  const owner = kind === "field" ? code.tree.classAround(field) : undefined;
  const name = isMember(field) ? memberName(code, field) : undefined;
  const path = pathOf(code, field);
  const method = code.tree.functionAround(field);
  if (!owner || name === undefined || path === undefined || !isThisMember(path)) return false;
  if (method?.type !== "ClassMethod" || method.kind !== "method" || method.static || method.async || method.generator)
    return false;
  if (!isOwnAlone(code, owner, method, name)) return false;
  const first = method.body.body.find((statement) => isWriteOf(code, statement, path));
  const places = (code.bindings.mentions(name.replace(/^#/, ""), code.tree.program) ?? [undefined]).map((mention) =>
    mention ? placeOf(code, mention) : "unseen",
  );
  const members = places.flatMap((place) => (typeof place === "string" ? [] : place));
  return (
    first !== undefined &&
    !places.includes("unseen") &&
    members.every(
      (place) =>
        pathOf(code, place) === path &&
        code.tree.functionAround(place) === method &&
        (covers(first, place) || startOf(place) > endOf(first)),
    ) &&
    members.every((place) => isWritten(code, place) || isTest(code, place) || isReported(code, place, method)) &&
    members.some((place) => !isWritten(code, place))
  );
}

/** Whether a class keeps its objects to itself, and a part of it is private, as only a method without callers uses it. */
function isOwnAlone(code: Code, owner: t.Class, method: t.ClassMethod, name: string): boolean {
  const [part, ...others] = partsNamed(code, owner, name);
  const isPrivate =
    part?.type === "ClassPrivateProperty" || (part?.type === "ClassProperty" && part.accessibility === "private");
  if (!part || !isPrivate || others.length > 0 || owner.superClass) return false;
  if ([owner, part, method].some((each) => "decorators" in each && each.decorators?.length)) return false;
  return !isThisGivenAway(code, owner) && !isCalled(code, method) && !isMade(code, owner);
}

/** Whether the file does anything with a class but to give it to others: what has an object of it may read all of that. */
const isMade = (code: Code, owner: t.Class): boolean =>
  usesOf(code, owner)?.mentions.some((mention) => {
    const type = code.tree.parent(mention)?.type ?? "";
    // `export { Check }`, `module.exports = { Check }`
    const isGiven = /^Export|^(?:ObjectProperty|AssignmentExpression)$/.test(type) && isExportMention(code, mention);
    return mention !== owner.id && !type.startsWith("TS") && !isGiven;
  }) === true;

/** The member that a mention names; undefined for a key of a record or a type; `unseen` for what may read a field. */
function placeOf(code: Code, mention: Node): Node | "unseen" | "none" {
  const place = expressionNamed(code, mention);
  if (place && isMember(place)) return place;
  if (propertyTaken(code, mention)) return "unseen";
  const parent = code.tree.parent(mention);
  // `check["scope"]`
  if (parent && isMember(parent) && parent.property === mention) return parent;
  return "none";
}

const isWriteOf = (code: Code, statement: Node, path: string): boolean =>
  statement.type === "ExpressionStatement" &&
  statement.expression.type === "AssignmentExpression" &&
  statement.expression.operator === "=" &&
  pathOf(code, statement.expression.left) === path;

/** Whether what is read stands in a report that the method gives: under a scope's name, beside what was found, and no order to log in. */
function isReported(code: Code, place: Node, method: t.ClassMethod): boolean {
  const property = code.tree.parent(place);
  const record = property && code.tree.parent(property);
  const given = record && code.tree.parent(outOfCasts(code, record));
  if (property?.type !== "ObjectProperty" || property.value !== place || record?.type !== "ObjectExpression")
    return false;
  if (given?.type !== "ReturnStatement" || code.tree.functionAround(given) !== method) return false;
  const names = propertyNames(code, record);
  const texts = record.properties.flatMap((each) =>
    each.type === "ObjectProperty" ? (constantText(code, each.value) ?? []) : [],
  );
  return (
    namesScope(propertyName(code, property.key, property.computed)) &&
    record.properties.length === names.length &&
    names.some((each) => REPORTED.test(each)) &&
    ![...names, ...texts].some((text) => LOGGING_IN.test(text))
  );
}

/** Whether the file mentions the name of a method elsewhere than where it is written. */
function isCalled(code: Code, { key, computed }: t.ClassMethod): boolean {
  const name = propertyName(code, key, computed);
  const mentions = name === undefined ? undefined : code.bindings.mentions(name, code.tree.program);
  return mentions?.every((mention) => covers(key, mention)) !== true;
}

/** Whether a class does anything with `this` but read and write its members, so that others may read them. */
const isThisGivenAway = (code: Code, owner: Node): boolean =>
  code.answers.of(isThisGivenAway, owner, () => {
    let found = false;
    code.tree.walk(owner, (node) => {
      const parent = node.type === "ThisExpression" ? code.tree.parent(node) : undefined;
      found ||=
        parent !== undefined && !(isMember(parent) && parent.object === node && memberName(code, parent) !== undefined);
      return !found;
    });
    return found;
  });

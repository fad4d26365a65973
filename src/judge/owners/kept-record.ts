import type * as t from "@babel/types";
import type { Candidate } from "../../find/find.ts";
import { collectionOf, entriesPut } from "../../find/kept-entries.ts";
import { expressionNamed } from "../../find/request-use.ts";
import { type Known, namesOfRecord } from "../../find/same-records.ts";
import { isClass, variableGiven } from "../../find/shells.ts";
import { initialValue, isMember, isNeverWritten, memberName, pathOf, unwrap } from "../../find/syntax.ts";
import { isThis } from "../../find/this.ts";
import { lastName } from "../../find/written.ts";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import { covers, isFunction, type Node } from "../../parse/tree.ts";
import { BEARER } from "../../rules/names-beside.ts";
import { type Frame, frameOfBinding, outlives, rootOf } from "./frames.ts";
import { isMadeAnew } from "./fresh.ts";

/**
 * A record that the file knows by several names and does not make for one run: it is given, or an entry that is kept.
 * It lives on when the handler has ended, so that what is asked must be part of it, or live as long.
 */
export interface KeptRecord {
  /** The paths that lead to it, by each of its names. */
  readonly paths: readonly string[];
  /** Those of the sink in it, which is the scope and says nothing of whom it is asked. */
  readonly sinks: readonly string[];
  /** What lives as long: what holds the collection of which it is an entry, or all code that knows the token's record. */
  readonly frame: Frame;
  /** Whether nothing shows whose it is but what it holds itself. */
  readonly isGiven: boolean;
}

export function keptRecord(code: Code, { holder, property, target }: Candidate): KeptRecord | undefined {
  const name = holder && (property ?? lastName(code, target));
  const all = namesOfRecord(code, holder ?? target, name === undefined ? [] : [name]);
  if (!all.some(({ binding }) => isElsewhere(code, binding, target))) return undefined;
  const paths = all.flatMap(({ binding, names }) =>
    names.length > 0 ? [[binding.id, ...names].slice(0, -1).join(".")] : [],
  );
  const sinks = all.flatMap(({ binding, names }) => (names.length > 0 ? [[binding.id, ...names].join(".")] : []));
  const collection = all.map(({ binding }) => collectionOf(code, binding)).find((each) => each);
  const place = collection && frameOfCollection(code, collection);
  if (!collection && all.some(({ binding }) => isMade(code, binding))) return undefined;
  const isOwn = collection !== undefined && entriesPut(code, collection).every((each) => isMadeEntry(code, each));
  if (place && isOwn) return { paths, sinks, frame: place, isGiven: false };
  const isBorne = bearsToken(code, paths);
  return { paths, sinks, frame: isBorne ? aroundAll(code, all) : { within: code.tree.program }, isGiven: !isBorne };
}

/** Whether a name is given a record that was just made. */
function isMade(code: Code, binding: Binding): boolean {
  const value = initialValue(code, binding);
  return value !== undefined && isMadeAnew(code, value);
}

/** The same of what is put into a collection, by itself or by a name. */
function isMadeEntry(code: Code, entry: Node): boolean {
  const node = unwrap(entry);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return binding ? isMade(code, binding) : isMadeAnew(code, node);
}

/** Whether a name is known in another function than the handler and those around it. */
const isElsewhere = (code: Code, { scope }: Binding, target: Node): boolean =>
  !covers(isFunction(scope) ? scope : (code.tree.functionAround(scope) ?? code.tree.program), target);

function frameOfCollection(code: Code, made: t.NewExpression): Frame | undefined {
  const binding = variableGiven(code, made);
  if (binding) return frameOfBinding(code, binding);
  const owner = code.tree.classAround(made);
  return owner && { within: owner, owner: "this" };
}

/** The function or the class in which all that know a record are, without those that are given it. */
function aroundAll(code: Code, all: readonly Known[]): Frame {
  const scopes = all.map(({ binding }) => binding.scope);
  const [first] = scopes;
  for (const each of first ? code.tree.ancestors(first) : [])
    if ((isFunction(each) || isClass(each)) && scopes.every((scope) => scope !== each && covers(each, scope)))
      return isClass(each) ? { within: each, owner: "this" } : { within: each };
  return { within: code.tree.program };
}

/** Whether a place is the record, or a part of it. */
function isPartOf(code: Code, { paths }: KeptRecord, place: Node): boolean {
  const path = pathOf(code, place);
  return path !== undefined && paths.some((each) => `${path}.`.startsWith(`${each}.`));
}

/** Whether the file gives any member on the way to a place another value. */
function isGivenAnew(code: Code, place: Node): boolean {
  const node = unwrap(place);
  if (!isMember(node)) return false;
  const name = memberName(code, node);
  return name === undefined || isReplaced(code, name) || isGivenAnew(code, node.object);
}

/** Whether a file assigns to a member of a name, of whatever object, where that is not made. */
const isReplaced = (code: Code, name: string): boolean =>
  (code.bindings.mentions(name, code.tree.program) ?? []).some((mention) => {
    const place = expressionNamed(code, mention);
    const parent = place && code.tree.parent(place);
    const around = code.tree.functionAround(mention);
    const isMaker = around?.type === "ClassMethod" && around.kind === "constructor";
    return isMember(place) && !isMaker && parent?.type === "AssignmentExpression" && parent.left === place;
  });

/**
 * Whether a place stays the same as long as a record: as a part of it does. What is assigned to where the record lives, a
 * variable or a field, may be another at another time.
 */
export function lastsWith(code: Code, record: KeptRecord, place: Node): "same" | "another" | undefined {
  if (record.sinks.includes(pathOf(code, place) ?? "")) return "same";
  if (isPartOf(code, record, place)) return isGivenAnew(code, place) ? "another" : "same";
  const node = unwrap(place);
  if (isMember(node)) {
    const name = isThis(pathOf(code, node.object)) ? memberName(code, node) : undefined;
    return name !== undefined && isReplaced(code, name) ? "another" : undefined;
  }
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const isLasting = binding?.kind === "variable" && outlives(frameOfBinding(code, binding), record.frame);
  return isLasting && !isNeverWritten(code, binding) ? "another" : undefined;
}

/** Whether an expression is made of a part of the record: the address of `tenant.issuer`. */
export function isMadeOf(code: Code, record: KeptRecord, expression: Node): boolean {
  const root = rootOf(code, expression);
  const made = root && initialValue(code, root);
  return [expression, ...(made ? [made] : [])].some((each) => {
    let isFound = false;
    code.tree.walk(each, (node) => {
      isFound ||= isMember(node) && isPartOf(code, record, node) && !record.paths.includes(pathOf(code, node) ?? "");
      return !isFound;
    });
    return isFound;
  });
}

/**
 * Whether all requests of a file bear the token that a record holds: `Bearer ${session.tokens.access_token}`. What such a
 * request lacks is then a scope of that token, and of whoever gives it.
 */
function bearsToken(code: Code, paths: readonly string[]): boolean {
  const tokens = bearersIn(code);
  const isOfRecord = (token: Node): boolean => {
    const path = pathOf(code, token);
    return path !== undefined && paths.some((each) => path.startsWith(`${each}.`));
  };
  return tokens.length > 0 && tokens.every(isOfRecord);
}

/** What a file puts behind `Bearer `, as far as the members of what that is. */
const bearersIn = (code: Code): readonly Node[] =>
  code.answers.of(bearersIn, code, () => {
    const found: Node[] = [];
    code.tree.walk(code.tree.program, (node) => {
      if (node.type === "TemplateLiteral")
        node.expressions.forEach((each, at) => {
          if (BEARER.test(node.quasis[at]?.value.raw ?? "")) found.push(tokenIn(each));
        });
      const isText = node.type === "BinaryExpression" && node.left.type === "StringLiteral";
      if (isText && node.left.type === "StringLiteral" && BEARER.test(node.left.value)) found.push(tokenIn(node.right));
      return undefined;
    });
    return found;
  });

/** The token of `tokens?.access_token ?? ""`. */
function tokenIn(expression: Node): Node {
  const node = unwrap(expression);
  return node.type === "LogicalExpression" && node.operator !== "&&" ? tokenIn(node.left) : node;
}

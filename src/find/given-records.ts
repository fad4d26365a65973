import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { STORING } from "../rules/names.ts";
import { calleeName, callTaking, copiesRecords, roleOf } from "./calls.ts";
import { namesScope, originOf } from "./origins.ts";
import { assignmentAround } from "./patterns.ts";
import { overriding, partsAround } from "./record-parts.ts";
import { writesScope } from "./records.ts";
import { placeNamed, reachesRequest } from "./request-use.ts";
import { isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import { lastName, type Written } from "./written.ts";

/**
 * `...challenge` among the options of an authorization call, or in an object that lives on: its `scope` is asked for,
 * unless another follows.
 */
export function spreadGiven(code: Code, node: t.SpreadElement): Written | undefined {
  return code.tree.parent(node)?.type === "ObjectExpression" ? given(code, node, node, node.argument) : undefined;
}

/** @param part what stands among the other parts of the record */
function given(code: Code, node: t.SpreadElement | t.CallExpression, part: Node, from: Node): Written | undefined {
  const value = recordIn(from);
  if (!value) return undefined;
  const handed = handedOver(code, node, part, value);
  if (handed) return value === unwrap(from) ? handed : { ...handed, by: "choice" };
  const holder = holderReplaced(code, node);
  if (!holder || pathOf(code, holder) === pathOf(code, value) || overriding(code, partsAround(code, part).behind))
    return undefined;
  return { kind: "property", target: node, value, holder, property: "scope", by: "choice" };
}

/** The record that a spread takes, always or under a condition: `...(isStepUp ? challenge : {})`. */
function recordIn(expression: Node): Node | undefined {
  const node = unwrap(expression);
  if (node.type === "LogicalExpression") return node.operator === "&&" ? recordIn(node.right) : undefined;
  if (node.type === "ConditionalExpression") return recordIn(node.consequent) ?? recordIn(node.alternate);
  return mayBeRecord(node) ? node : undefined;
}

/** The same by a call: `Object.assign({ serverUrl }, challenge)`, and what compilers make of a spread. */
export function copyGiven(code: Code, node: t.CallExpression): Written | undefined {
  const part = copiesRecords(code, node)
    ? node.arguments.findLast((each, at) => at > 0 && recordIn(each) && !isCopy(code, each))
    : undefined;
  return part && given(code, node, part, part);
}

const isCopy = (code: Code, part: Node): boolean => isCall(part) && copiesRecords(code, part);

/** @param part what stands among the other parts of the record */
function handedOver(code: Code, node: Node, part: Node, value: Node): Written | undefined {
  const { before, behind } = partsAround(code, part);
  const competing = overriding(code, behind);
  if (competing === "scope" || isInside(code, node) || isGivenAnother(code, node)) return undefined;
  const call = callTaking(code, node);
  if (!call || roleOf(code, call) !== "authorization" || STORING.test(calleeName(code, call) ?? "")) return undefined;
  const competes = competing === "unknown" || overriding(code, before) === "scope";
  return { kind: "argument", target: node, value, call, property: "scope", by: competes ? "choice" : "spread" };
}

/** `this.lastChallenge = challenge`, whose scope a request asks for later: `scope: this.lastChallenge?.scope`. */
export function recordKept(code: Code, { left, operator, right }: t.AssignmentExpression): Written | undefined {
  const target = unwrap(left);
  const value = operator === "=" ? recordIn(right) : undefined;
  const property = value && value === unwrap(right) ? scopeAskedFor(code, target) : undefined;
  if (!value || property === undefined || !(isMember(target) || target.type === "Identifier")) return undefined;
  const kind = target.type === "Identifier" ? "variable" : isThis(pathOf(code, target.object)) ? "field" : "property";
  return { kind, target: left, value, property, by: "record" };
}

/** The property of a record, by its name a scope, that a request of the file asks for. */
function scopeAskedFor(code: Code, record: Node): string | undefined {
  const path = pathOf(code, record);
  const name = lastName(code, record);
  if (path === undefined || name === undefined) return undefined;
  const within = code.tree.classAround(record) ?? code.tree.program;
  return code.answers.ofBoth(scopeAskedFor, within, path, () => propertyAskedFor(code, name, path, within));
}

function propertyAskedFor(code: Code, name: string, path: string, within: Node): string | undefined {
  for (const mention of code.bindings.mentions(name.replace(/^#/, ""), within) ?? []) {
    const read = placeNamed(code, mention, path);
    for (const each of read ? [read, ...copiesOf(code, read)] : []) {
      const member = code.tree.parent(each);
      const isScope = isMember(member) && member.object === each && namesScope(memberName(code, member));
      if (isScope && reachesRequest(code, member)) return memberName(code, member);
    }
  }
  return undefined;
}

/** The mentions of the name that a read is given to, as by compilers: `(_a = this.lastChallenge) === null ? void 0 : _a.scope`. */
function copiesOf(code: Code, read: Node): readonly Node[] {
  const parent = code.tree.parent(read);
  const name =
    parent?.type === "AssignmentExpression" && parent.right === read
      ? parent.left
      : parent?.type === "VariableDeclarator" && parent.init === read
        ? parent.id
        : undefined;
  const binding = name?.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  return (binding && code.bindings.references(binding)) ?? [];
}

/** Whether the variable that holds a record gets another scope afterwards. */
function isGivenAnother(code: Code, record: Node): boolean {
  for (const ancestor of code.tree.ancestors(record)) {
    if (ancestor.type === "VariableDeclarator") return writesScope(code, ancestor.id);
    if (isFunction(ancestor) || ancestor.type.endsWith("Statement")) return false;
  }
  return false;
}

/** Whether an expression can be a record that was made elsewhere. */
function mayBeRecord(expression: Node): boolean {
  const node = unwrap(expression);
  return node.type === "Identifier" || isMember(node) || isCall(node);
}

/** Whether a record is but a property of another. */
function isInside(code: Code, node: Node): boolean {
  for (const ancestor of code.tree.ancestors(node)) {
    if (ancestor.type === "ObjectProperty") return true;
    if (ancestor.type !== "ObjectExpression" && ancestor.type !== "SpreadElement") return false;
  }
  return false;
}

/** `({ scope: this._scope } = challenge)`: what a pattern takes out of a record. */
export function takenByName(code: Code, node: t.ObjectProperty): Written | undefined {
  const name = propertyName(code, node.key, node.computed);
  const assignment = namesScope(name) ? assignmentAround(code, node) : undefined;
  if (!assignment || code.tree.parent(node)?.type !== "ObjectPattern" || name === undefined) return undefined;
  return taken(code, node.value, assignment.right, name);
}

/** `[, this._scope] = header.match(/scope="([^"]+)"/)`: what a pattern takes out of a list. */
export function takenByPlace(code: Code, node: t.ArrayPattern): Written | undefined {
  const assignment = code.tree.parent(node);
  if (assignment?.type !== "AssignmentExpression" || assignment.left !== node) return undefined;
  const places = node.elements.flatMap((element) => (element ? [element] : []));
  const [only] = places;
  const place = places.length === 1 ? only : places.find((each) => namesScope(lastName(code, plain(each))));
  if (!place || !originOf(code, assignment.right).namesScope) return undefined;
  return taken(code, place, assignment.right, undefined);
}

const plain = (place: Node): Node => (place.type === "AssignmentPattern" ? place.left : place);

function taken(code: Code, place: Node, value: Node, property: string | undefined): Written | undefined {
  const target = plain(place);
  const inner = unwrap(target);
  const by = { by: "pattern" as const, ...(property !== undefined && { property }) };
  if (inner.type === "Identifier") return { kind: "variable", target, value, ...by };
  if (!isMember(inner)) return undefined;
  return { kind: isThis(pathOf(code, inner.object)) ? "field" : "property", target, value, ...by };
}

/** What a record takes over first: `this.state` of `{ ...this.state, scope }`, spread or copied by a call. */
function copiedFirst(code: Code, record: Node): Node | undefined {
  const node = unwrap(record);
  if (node.type === "ObjectExpression") {
    const [first] = node.properties;
    return first?.type === "SpreadElement" ? first.argument : undefined;
  }
  if (!isCall(node) || !copiesRecords(code, node)) return undefined;
  for (const part of node.arguments) {
    const isEmpty = part.type === "ObjectExpression" && part.properties.length === 0;
    if (!isEmpty) return pathOf(code, part) !== undefined ? part : copiedFirst(code, part);
  }
  return undefined;
}

/**
 * The object that gets another `scope` along with others: `this.options = { ...this.options, scope }`, and the one within
 * it that is copied the same way, `this.state = { ...this.state, auth: { ...this.state.auth, scope } }`.
 */
export function holderReplaced(code: Code, node: Node): Node | undefined {
  let child: Node = node;
  let copied: Node | undefined;
  let names = "";
  for (const parent of code.tree.ancestors(node)) {
    if (parent.type === "AssignmentExpression") {
      const isPlain = parent.operator === "=" && parent.right === child;
      const path = isPlain ? pathOf(code, parent.left) : undefined;
      if (path === undefined || names === "") return path === undefined ? undefined : parent.left;
      return copied && pathOf(code, copied) === `${path}${names}` ? copied : undefined;
    }
    if (parent.type === "ObjectProperty" && parent.value === child) {
      const name = propertyName(code, parent.key, parent.computed);
      copied ??= copiedFirst(code, child);
      if (name === undefined || !copied) return undefined;
      names = `.${name}${names}`;
      child = parent;
      continue;
    }
    if (isCall(parent)) {
      if (!copiesRecords(code, parent) || parent.callee === child) return undefined;
      const [first] = parent.arguments;
      const isMethod = isMember(parent.callee) && memberName(code, parent.callee) === "assign";
      if (isMethod && first && first !== child && pathOf(code, first) !== undefined) return first;
    } else if (
      !/^(?:ObjectExpression|SpreadElement|ConditionalExpression|LogicalExpression)$/.test(parent.type) &&
      unwrap(parent) !== unwrap(child)
    ) {
      return undefined;
    }
    child = parent;
  }
  return undefined;
}

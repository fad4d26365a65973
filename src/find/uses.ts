import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { escapesByName, memberNamed } from "./escapes.ts";
import { calledFunction, classesAbove, inheritedMethod, MOST_CLASSES, methodOf } from "./functions.ts";
import { calleesOfGiven } from "./handed-functions.ts";
import { classOfObject } from "./instances.ts";
import { isNamed } from "./naming.ts";
import { classGiven, isClass, shellOf, variableGiven } from "./shells.ts";
import { type Call, isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThis, thisKey } from "./this.ts";

/** Where a function is mentioned, and so where it can be called from or handed on. */
export interface Uses {
  readonly mentions: readonly Node[];
  /** Whether these are all: the function is neither exported nor reachable from outside through its class. */
  readonly complete: boolean;
}

/** The uses of a function or a class by its name; undefined for one that has none, whose creation is its use. */
export const usesOf = (code: Code, target: FunctionNode | t.Class): Uses | undefined =>
  code.answers.of(usesOf, target, () => findUses(code, isFunction(target) ? shellOf(code, target) : target));

function findUses(code: Code, target: FunctionNode | t.Class): Uses | undefined {
  if (target.type === "FunctionDeclaration" || target.type === "ClassDeclaration") {
    // From outside: a parameter may bear the function's own name.
    const binding = target.id && code.bindings.lookup(target.id.name, code.tree.parent(target) ?? target);
    return binding ? usesOfBinding(code, binding) : { mentions: [], complete: false };
  }
  if (target.type === "ClassMethod" || target.type === "ClassPrivateMethod") return usesOfMember(code, target);
  const parent = code.tree.parent(target);
  const own = isFunction(target) ? usesByThis(code, target) : undefined;
  if (own) return own;
  const given = isFunction(target) ? calleesOfGiven(code, target) : undefined;
  if (given) return { mentions: given, complete: false };
  const ofRecord = isFunction(target) ? usesOfEntry(code, target) : undefined;
  if (ofRecord) return ofRecord;
  if (parent?.type === "ClassProperty" || parent?.type === "ClassPrivateProperty") return usesOfMember(code, parent);
  const binding = variableGiven(code, target);
  return binding && usesOfBinding(code, binding);
}

/** The mentions of a function of a record that has a name: `pending.note` of `const pending = { note(scope) {…} }`. */
function usesOfEntry(code: Code, target: FunctionNode): Uses | undefined {
  const entry = target.type === "ObjectMethod" ? target : code.tree.parent(target);
  if (entry?.type !== "ObjectMethod" && (entry?.type !== "ObjectProperty" || entry.value !== target)) return undefined;
  const name = propertyName(code, entry.key, entry.computed);
  const record = code.tree.parent(entry);
  const binding = name !== undefined && record ? variableGiven(code, record) : undefined;
  const mentions = ((binding && code.bindings.references(binding)) ?? []).flatMap((mention) => {
    const member = code.tree.parent(mention);
    return isMember(member) && member.object === mention && memberName(code, member) === name ? [member] : [];
  });
  return target.type === "ObjectMethod" || mentions.length > 0 ? { mentions, complete: false } : undefined;
}

/** The classes of this file that extend another, by its name, or in a function that is given it: a mixin. */
export function classesBelow(code: Code, owner: t.Class): readonly t.Class[] {
  return (usesOf(code, owner)?.mentions ?? []).flatMap((mention) => {
    const parent = code.tree.parent(mention);
    if (parent && isClass(parent)) return parent.superClass === mention ? [parent] : [];
    const mixin = isCall(parent) ? calledFunction(code, parent) : undefined;
    const given = mixin && isCall(parent) ? mixin.params[parent.arguments.indexOf(mention as t.Expression)] : undefined;
    const binding = given?.type === "Identifier" ? code.bindings.resolve(given) : undefined;
    return ((binding && code.bindings.references(binding)) ?? []).flatMap((base) => {
      const below = code.tree.parent(base);
      return below && isClass(below) && below.superClass === base ? [below] : [];
    });
  });
}

/** More names for one function than people give. */
const MOST_NAMES = 5;

/** The mentions of a variable; of one that is what another is given, those of the other. */
function usesOfBinding(code: Code, binding: Binding, depth = 0): Uses {
  const references = code.bindings.references(binding);
  if (!references || isExported(code, binding)) return { mentions: references ?? [], complete: false };
  const writes = code.bindings.writes(binding);
  const reads = references.filter((each) => !writes?.includes(each) && !isNamed(code, each));
  const uses = reads.map((mention) => {
    const other = depth < MOST_NAMES ? variableGiven(code, mention) : undefined;
    return other
      ? usesOfBinding(code, other, depth + 1)
      : (ranWhereGiven(code, mention) ?? { mentions: [mention], complete: !isExportMention(code, mention) });
  });
  return { mentions: uses.flatMap(({ mentions }) => mentions), complete: uses.every(({ complete }) => complete) };
}

/** The callees by which the function of this file runs it to which a mention gives it. */
function ranWhereGiven(code: Code, mention: Node): Uses | undefined {
  const mentions = calleesOfGiven(code, mention);
  return mentions && { mentions, complete: false };
}

/** Whether a declaration carries `export` itself. */
export function isExported(code: Code, binding: Binding): boolean {
  let node: Node | undefined = binding.declaration;
  if (node.type === "VariableDeclarator") node = code.tree.parent(node);
  const parent = node && code.tree.parent(node);
  return parent?.type === "ExportNamedDeclaration" || parent?.type === "ExportDefaultDeclaration";
}

/** `export { f }`, `export default f`, `exports.f = f`, `module.exports = { f }`. */
export function isExportMention(code: Code, mention: Node): boolean {
  for (const ancestor of code.tree.ancestors(mention)) {
    if (ancestor.type.startsWith("Export")) return true;
    if (ancestor.type === "AssignmentExpression" && /^(?:module\.)?exports\b/.test(pathOf(code, ancestor.left) ?? "")) {
      return ancestor.right === mention || unwrap(ancestor.right).type === "ObjectExpression";
    }
    if (ancestor.type.endsWith("Statement")) return false;
  }
  return false;
}

/** The same, and as bundlers write it: `__export(exports, { Client: () => Client })`. */
export function isGivenToImporters(code: Code, mention: Node): boolean {
  const getter = code.tree.parent(mention);
  const entry = getter && code.tree.parent(getter);
  const isGetter =
    getter?.type === "ArrowFunctionExpression" &&
    getter.body === mention &&
    getter.params.length === 0 &&
    entry?.type === "ObjectProperty";
  const outer = code.tree.nearest(mention, mayGive);
  return isGetter || (!isFunction(outer) && isExportMention(code, mention));
}

const mayGive = (node: Node): node is Node => isFunction(node) || /^(?:Export|Assignment)/.test(node.type);

type ClassPart = t.ClassMethod | t.ClassPrivateMethod | t.ClassProperty | t.ClassPrivateProperty;

/** A method is known entirely when the language keeps it private: `#name`, or TypeScript's `private`. */
function usesOfMember(code: Code, part: ClassPart): Uses {
  const isComputed = "computed" in part && (part.computed ?? false);
  const name = propertyName(code, part.key, isComputed);
  const owner = code.tree.classAround(part);
  const isPrivate = name?.startsWith("#") || ("accessibility" in part && part.accessibility === "private");
  if (name === undefined || !owner) return { mentions: [], complete: false };
  // Classes above call what this one overrides.
  const owners = isPrivate ? [owner] : [owner, ...classesAbove(code, owner)];
  const found = owners.map((each) => code.bindings.mentions(name, each));
  const isWhole = found.every((each) => each !== undefined);
  const members = isWhole ? found.flat().flatMap((node) => ownMember(code, node) ?? []) : undefined;
  if (!isPrivate) members?.push(...mentionsBelow(code, name, owner), ...mentionsOutside(code, name, owner));
  const given = members?.map((member) => calleesOfGiven(code, member));
  const mentions = members?.flatMap((member, index) => given?.[index] ?? [member]);
  const isKnown =
    given?.every((callees) => !callees) === true && isPrivate === true && !escapesByName(code, part, name, owner);
  return { mentions: mentions ?? [], complete: isKnown };
}

/** The member that a mention names: not one of `super`, which is what the class overrides. */
function ownMember(code: Code, mention: Node): Node | undefined {
  const member = memberNamed(code, mention);
  return isMember(member) && member.object.type === "Super" ? undefined : member;
}

/** The mentions of a method in the classes that extend its own: by `super`, or by the `this` of one that inherits it. */
const mentionsBelow = (code: Code, name: string, owner: t.Class, depth = 0): Node[] =>
  classesBelow(code, owner).flatMap((below) => {
    const isInherited = !methodOf(code, below, name);
    const own = (code.bindings.mentions(name, below) ?? []).flatMap((mention) => {
      const member = memberNamed(code, mention);
      if (!member || !isMember(member)) return [];
      const isOwn = isInherited && isThis(pathOf(code, member.object));
      return isOwn || member.object.type === "Super" ? [member] : [];
    });
    const further = isInherited && depth < MOST_CLASSES ? mentionsBelow(code, name, below, depth + 1) : [];
    return [...own, ...further];
  });

/** More mentions of one name are those of something common. */
const MOST_OUTSIDE = 40;

/** The mentions of a method by an object of its class elsewhere in the file. */
function mentionsOutside(code: Code, name: string, owner: t.Class): Node[] {
  const mentions = code.bindings.fewMentions(name, code.tree.program, MOST_OUTSIDE) ?? [];
  return mentions.flatMap((mention) => {
    const member = memberNamed(code, mention);
    const isOfClass =
      member &&
      isMember(member) &&
      !isThis(pathOf(code, member.object)) &&
      // A static method is one of the class itself.
      (classOfObject(code, member, name) === owner || classGiven(code, member.object) === owner);
    return isOfClass ? [member] : [];
  });
}

/** The mentions of a method of a record or a prototype by its own object: `this.name`. Others may call it too. */
function usesByThis(code: Code, target: FunctionNode): Uses | undefined {
  const name = target.type === "ArrowFunctionExpression" ? undefined : nameOfMethod(code, target);
  const own = thisKey(code, target.body);
  const found = name === undefined ? [] : (code.bindings.mentions(name, code.tree.program) ?? []);
  const members = found.flatMap((node) => memberNamed(code, node) ?? []);
  const mentions = members.filter((each) => isMember(each) && pathOf(code, each.object) === own);
  return mentions.length > 0 ? { mentions, complete: false } : undefined;
}

/** `stepUp` of `{ stepUp() {…} }`, `{ stepUp: function () {…} }`, `Client.prototype.stepUp = function () {…}`. */
function nameOfMethod(code: Code, target: FunctionNode): string | undefined {
  if (target.type === "ObjectMethod") return propertyName(code, target.key, target.computed);
  const parent = code.tree.parent(target);
  if (parent?.type === "ObjectProperty") return propertyName(code, parent.key, parent.computed);
  return parent?.type === "AssignmentExpression" && isMember(parent.left) ? memberName(code, parent.left) : undefined;
}

/**
 * The methods of this file that a callee may stand for by the class of its object: those of that class, of the nearest
 * above it, and of all below it. `this.signIn` of an abstract class, `metadata.learn` of `metadata: ServerMetadata`.
 */
export function methodsLikely(code: Code, callee: Node): FunctionNode[] {
  const member = unwrap(callee);
  const name = isMember(member) ? memberName(code, member) : undefined;
  const owner = isMember(member) && name !== undefined ? classOfObject(code, member, name) : undefined;
  return owner && name !== undefined ? methodsNamed(code, owner, name) : [];
}

/** The same where the class is written: by the declared type of the object, or by the `new` that makes it. */
export function methodsShown(code: Code, callee: Node): FunctionNode[] {
  const member = unwrap(callee);
  const name = isMember(member) ? memberName(code, member) : undefined;
  const owner = isMember(member) && name !== undefined ? classOfObject(code, member) : undefined;
  return owner && name !== undefined ? methodsNamed(code, owner, name) : [];
}

function methodsNamed(code: Code, owner: t.Class, name: string): FunctionNode[] {
  const own = methodOf(code, owner, name) ?? inheritedMethod(code, owner, name);
  return [...(own ? [own] : []), ...overridesOf(code, owner, name, 0)];
}

/** The functions of this file that a call may run: of a method of `this`, those of classes below as well. */
export function calledFunctions(code: Code, call: Call | t.NewExpression): readonly FunctionNode[] {
  const own = calledFunction(code, call);
  const callee = unwrap(call.callee);
  const name = isMember(callee) && isThis(pathOf(code, callee.object)) ? memberName(code, callee) : undefined;
  const owner = name === undefined ? undefined : code.tree.classAround(callee);
  const below = owner && name !== undefined ? overridesOf(code, owner, name, 0) : [];
  return own ? [own, ...below] : below;
}

/** Whether a call of a method of `this` runs that of a class below in its place, where the object is one of that. */
export const isOverridden = (code: Code, call: Call): boolean => calledFunctions(code, call).length > 1;

function overridesOf(code: Code, owner: t.Class, name: string, depth: number): readonly FunctionNode[] {
  if (depth > MOST_CLASSES) return [];
  return classesBelow(code, owner).flatMap((each) => {
    const own = methodOf(code, each, name);
    return [...(own ? [own] : []), ...overridesOf(code, each, name, depth + 1)];
  });
}

/** What the calls of this file pass for a parameter. */
export function argumentsFor(code: Code, target: Node, binding: Binding): Node[] {
  if (!isFunction(target)) return [];
  const index = target.params.findIndex((parameter) => covers(parameter, binding.identifier));
  const found: Node[] = [];
  // A function called in place is mentioned by being there.
  for (const mention of usesOf(code, target)?.mentions ?? [target]) {
    const call = code.tree.parent(mention);
    const argument = isCall(call) && call.callee === mention ? call.arguments[index] : undefined;
    if (argument && argument.type !== "SpreadElement" && argument.type !== "ArgumentPlaceholder") found.push(argument);
  }
  return found;
}

import type * as t from "@babel/types";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import { calledFunction } from "../functions.ts";
import { constructorOf } from "../handed-functions.ts";
import { libraryOf, makesList, methodOf } from "../library/lookup.ts";
import { readsPrivateField } from "../private-fields.ts";
import { type Call, initialValue, isCall, isMember, memberName, outOfCasts, pathOf, unwrap } from "../syntax.ts";
import { isThis } from "../this.ts";
import { isExported, isExportMention } from "../uses.ts";

/** A field, or a constant of a function or the file, that holds scopes, with all the code that gets at it. */
export interface KeptPlace {
  readonly key: string;
  /** Every expression that gives what it holds, or that writes it: `this.#all`, `names`, `__privateGet(this, _all)`. */
  readonly uses: readonly Node[];
  /** What it is made with, each time. */
  readonly made: readonly Node[];
  /** The class whose field it is, where code may get at that by another way than its name. */
  readonly open: t.Class | undefined;
  /** The name of a constant. */
  readonly constant?: t.Identifier;
}

/** The place that an expression names; undefined where code that is not seen may get at it. */
export function placeKept(code: Code, expression: Node, depth = 0): KeptPlace | undefined {
  const node = unwrap(expression);
  if (node.type === "Identifier") return ofConstant(code, node, depth);
  if (isCall(node)) return ofLoweredField(code, node);
  if (!isMember(node) || !isThis(pathOf(code, node.object))) return undefined;
  const name = memberName(code, node);
  const owner = code.tree.classAround(node);
  return name !== undefined && owner && pathOf(code, node)?.startsWith("this.")
    ? ofField(code, owner, name)
    : undefined;
}

function ofConstant(code: Code, name: t.Identifier, depth: number): KeptPlace | undefined {
  const binding = code.bindings.resolve(name);
  const value = binding && initialValue(code, binding);
  if (!binding || !value) return undefined;
  if (isMember(unwrap(value)) && depth === 0) return placeKept(code, value, depth + 1);
  const uses = code.bindings.references(binding);
  if (!uses || isExported(code, binding) || uses.some((each) => isExportMention(code, each))) return undefined;
  return { key: binding.id, uses, made: [value], open: undefined, constant: binding.identifier };
}

/** A field by its name: of a `#private` one, no other code of the world says that. */
function ofField(code: Code, owner: t.Class, name: string): KeptPlace | undefined {
  const isPrivate = name.startsWith("#");
  const mentions = code.bindings.mentions(name, isPrivate ? owner : code.tree.program);
  const uses: Node[] = [];
  const made: Node[] = [];
  for (const mention of mentions ?? []) {
    const parent = code.tree.parent(mention);
    if (isPrivate !== (parent?.type === "PrivateName")) {
      if (isPrivate || isOtherName(code, mention)) continue;
      return undefined;
    }
    const key = (isPrivate || isDefaulted(code, parent)) && parent ? parent : mention;
    const holder = code.tree.parent(key);
    if (holder?.type === "ClassProperty" || holder?.type === "ClassPrivateProperty") {
      if (holder.key !== key || holder.static || code.tree.classAround(key) !== owner) return undefined;
      if (holder.value) made.push(holder.value);
    } else if (isMember(holder) && holder.property === key) {
      const given = madeInConstructor(code, owner, holder);
      if (given) made.push(given);
      else uses.push(holder);
    } else if (isDefining(holder, mention) && holder.arguments[2]) made.push(holder.arguments[2]);
    else if (holder?.type === "ObjectProperty" && isTaken(code, holder)) uses.push(holder);
    else if (holder?.type === "ObjectProperty" && key !== mention) return undefined;
    else if (!isOtherName(code, mention)) return undefined;
  }
  return mentions && { key: `this.${name}`, uses, made, open: isPrivate ? undefined : owner };
}

/** Whether a mention is no property of an object: a variable, a type's member, the property of a record that is made. */
function isOtherName(code: Code, mention: Node): boolean {
  const parent = code.tree.parent(mention);
  if (parent?.type === "TSPropertySignature" || parent?.type === "TSMethodSignature") return true;
  if (parent?.type === "ObjectProperty" && (parent.shorthand || (parent.key === mention && !parent.computed)))
    return (
      code.tree.parent(parent)?.type === "ObjectExpression" &&
      !isCall(code.tree.parent(code.tree.parent(parent) as Node))
    );
  return mention.type === "Identifier" && code.bindings.resolve(mention) !== undefined && !isKey(parent, mention);
}

const isKey = (parent: Node | undefined, mention: Node): boolean =>
  (isMember(parent) && parent.property === mention && !parent.computed) ||
  (parent !== undefined && "key" in parent && parent.key === mention && !("computed" in parent && parent.computed));

/** What a constructor gives a field of its own object. */
function madeInConstructor(code: Code, owner: t.Class, member: Node): Node | undefined {
  const assignment = code.tree.parent(member);
  const isAssigned =
    assignment?.type === "AssignmentExpression" && assignment.left === member && assignment.operator === "=";
  const isOwn = isMember(member) && unwrap(member.object).type === "ThisExpression";
  const maker = constructorOf(code, owner);
  return isAssigned && isOwn && maker && code.tree.functionAround(member) === maker ? assignment.right : undefined;
}

/** `const { all = new Set() } = this` */
const isDefaulted = (code: Code, pattern: Node | undefined): boolean => {
  const property = pattern?.type === "AssignmentPattern" ? code.tree.parent(pattern) : undefined;
  return property?.type === "ObjectProperty" && property.shorthand;
};

/** `__publicField(this, "all", new Set())` */
const isDefining = (call: Node | undefined, name: Node): call is Call =>
  isCall(call) &&
  call.arguments.length === 3 &&
  call.arguments[0]?.type === "ThisExpression" &&
  call.arguments[1] === name;

/** `const { all } = this`: the name is followed as the field is. */
function isTaken(code: Code, property: t.ObjectProperty): boolean {
  const pattern = code.tree.parent(property);
  return pattern?.type === "ObjectPattern" && property.value.type === "Identifier" && !property.computed;
}

/** A `#private` field that a compiler made a WeakMap of the file: `__privateGet(this, _all)`. */
function ofLoweredField(code: Code, read: Call): KeptPlace | undefined {
  const [self, map] = read.arguments;
  const binding = self?.type === "ThisExpression" && map?.type === "Identifier" && code.bindings.resolve(map);
  if (!binding || roleOfHelper(code, read) !== "reads" || isExported(code, binding)) return undefined;
  const uses: Node[] = [];
  const made: Node[] = [];
  const references = code.bindings.references(binding);
  for (const mention of references ?? []) {
    const parent = code.tree.parent(mention);
    if (parent?.type === "AssignmentExpression" && parent.left === mention) continue;
    if (isMember(parent) && parent.object === mention) {
      // `_all.set(this, new Set())`
      const call = code.tree.parent(parent);
      if (!isCall(call) || call.callee !== parent || !isSetting(code, call) || !call.arguments[1]) return undefined;
      made.push(call.arguments[1]);
    } else if (isCall(parent) && parent.arguments[1] === mention) {
      const role = roleOfHelper(code, parent);
      if (role === "reads") uses.push(parent);
      else if (role === "sets" && parent.arguments[2] && isInConstructor(code, parent)) made.push(parent.arguments[2]);
      else return undefined;
    } else return undefined;
  }
  return references && { key: binding.id, uses, made, open: undefined };
}

function isSetting(code: Code, call: Call): boolean {
  const method = methodOf(code, call.callee);
  const isPut =
    method?.changes === "grows" && method.of.includes("map") && call.arguments[0]?.type === "ThisExpression";
  return isPut && isInConstructor(code, call);
}

function isInConstructor(code: Code, node: Node): boolean {
  const around = code.tree.functionAround(node);
  return around?.type === "ClassMethod" && around.kind === "constructor";
}

/** What a compiler's helper does with the WeakMap that it is given second, and the object, which it is given first. */
function roleOfHelper(code: Code, call: Call): "reads" | "sets" | undefined {
  const helper = calledFunction(code, call);
  if (!helper && readsPrivateField(call)) return "reads";
  const [self, map] = helper?.params ?? [];
  if (!helper || self?.type !== "Identifier" || map?.type !== "Identifier") return undefined;
  const binding = code.bindings.resolve(map);
  const changes = ((binding && code.bindings.references(binding)) ?? []).flatMap((mention) => {
    const member = code.tree.parent(mention);
    const method = isMember(member) && member.object === mention ? methodOf(code, member) : undefined;
    return method?.of.includes("map") ? [method.changes] : [];
  });
  if (changes.length === 0 || changes.some((each) => each !== undefined && each !== "grows")) return undefined;
  return changes.includes("grows") ? "sets" : "reads";
}

/** Whether what a place is made with is a list or a Set that nothing else holds. */
export function isMadeAnew(code: Code, value: Node): boolean {
  const node = unwrap(value);
  if (node.type === "ArrayExpression") return true;
  return node.type === "NewExpression" && makesList(libraryOf(code, node.callee));
}

/** The whole expression of a use, with its casts; of a name taken by a pattern, the mentions of that. */
export function usesByName(code: Code, use: Node): readonly Node[] | undefined {
  if (use.type !== "ObjectProperty") return [outOfCasts(code, use)];
  const binding = use.value.type === "Identifier" ? code.bindings.resolve(use.value) : undefined;
  const writes = binding && code.bindings.writes(binding);
  return binding?.kind === "variable" && writes?.length === 0 ? code.bindings.references(binding) : undefined;
}

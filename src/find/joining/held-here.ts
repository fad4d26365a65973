import type * as t from "@babel/types";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import { calledFunction, classesAbove } from "../functions.ts";
import { isOfFunction, methodOf } from "../library/lookup.ts";
import { classGiven, constructorGiven, coreRunBy, paramsOf, variableGiven } from "../shells.ts";
import { type Call, isCall, isMember, memberName, outOfCasts, unwrap } from "../syntax.ts";
import { classesBelow, isExportMention, isGivenToImporters } from "../uses.ts";

/** More names for one object than are followed. */
const MOST_NAMES = 5;

/**
 * Whether code of the file gets at the parts of a class's objects by their names only: no object is given to other code,
 * copied, or read and written by a key that is not known.
 */
export const isHeldHere = (code: Code, owner: t.Class): boolean =>
  code.answers.of(isHeldHere, owner, () => {
    const family = new Set([owner, ...classesAbove(code, owner), ...belowOf(code, owner, 0)]);
    return [...family].every((each) => areSelvesHeld(code, each) && areMentionsHeld(code, each, family));
  });

const belowOf = (code: Code, owner: t.Class, depth: number): readonly t.Class[] =>
  depth > MOST_NAMES ? [] : classesBelow(code, owner).flatMap((each) => [each, ...belowOf(code, each, depth + 1)]);

function areSelvesHeld(code: Code, owner: t.Class): boolean {
  let isHeld = true;
  code.tree.walk(owner.body, (node) => {
    if (node.type === "ThisExpression") isHeld &&= isUseHeld(code, node, 0);
    return isHeld;
  });
  return isHeld;
}

/** Whether a use of an object is that of a part by its name, or gives the object to nobody. */
function isUseHeld(code: Code, mention: Node, depth: number): boolean {
  const use = outOfCasts(code, mention);
  const parent = code.tree.parent(use);
  if (depth > MOST_NAMES) return false;
  switch (parent?.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.object !== use || !parent.computed || /^(?:String|Numeric)Literal$/.test(parent.property.type);
    case "VariableDeclarator":
      if (parent.init !== use) return false;
      if (parent.id.type === "ObjectPattern")
        return parent.id.properties.every((each) => each.type === "ObjectProperty" && !each.computed);
      return parent.id.type === "Identifier" && isNameHeld(code, code.bindings.resolve(parent.id), depth);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return parent.callee !== use && isGivenSafely(code, parent, use, depth);
    case "BinaryExpression":
    case "ExpressionStatement":
    case "UnaryExpression":
    case "IfStatement":
      return true;
    case "AssignmentExpression":
      return parent.right === use && (isExportMention(code, use) || isFieldHeld(code, parent.left, depth));
    case "ClassProperty":
    case "ClassPrivateProperty":
      return parent.value === use && isFieldHeld(code, parent.key, depth);
    default:
      return isGivenToImporters(code, use);
  }
}

/** What a call does with an object that it is given: a function of the file, or the object's own, that runs with it. */
function isGivenSafely(code: Code, call: Call | t.NewExpression, given: Node, depth: number): boolean {
  const index = (call.arguments as readonly Node[]).indexOf(given);
  const callee = unwrap(call.callee);
  if (isCall(call) && index === 0) {
    // `this.read.bind(this)`, `__awaiter(this, void 0, void 0, function* () {…})`, `__privateGet(this, _all)`
    if (isMember(callee) && isOfFunction(methodOf(code, callee))) return isMember(unwrap(callee.object));
    if (coreRunBy(call) || isOfWeakMap(code, call) || call.arguments[1]?.type === "StringLiteral") return true;
    if (isMember(callee) && methodOf(code, callee)?.of.includes("map")) return isWeak(code, callee.object);
  }
  const target = isCall(call) ? calledFunction(code, call) : constructorGiven(code, callee);
  const parameter = target && paramsOf(target)[index];
  if (!parameter) return false;
  if (parameter.type === "TSParameterProperty") {
    const name = parameter.parameter;
    return (
      name.type === "Identifier" &&
      isNameHeld(code, code.bindings.resolve(name), depth) &&
      isFieldHeld(code, name, depth)
    );
  }
  return parameter.type === "Identifier" && isNameHeld(code, code.bindings.resolve(parameter), depth);
}

const isOfWeakMap = (code: Code, { arguments: [, map] }: Call): boolean => map !== undefined && isWeak(code, map);

/** Whether a name is that of a WeakMap or WeakSet of the file, given it where it is declared or later. */
function isWeak(code: Code, name: Node): boolean {
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const { declaration } = binding ?? {};
  const values = (binding ? (code.bindings.references(binding) ?? []) : []).flatMap((each) => {
    const parent = code.tree.parent(each);
    return parent?.type === "AssignmentExpression" && parent.left === each ? [parent.right] : [];
  });
  const first = declaration?.type === "VariableDeclarator" && declaration.init ? [declaration.init] : [];
  const all = [...first, ...values];
  return (
    all.length === 1 &&
    all.every(
      (each) =>
        each.type === "NewExpression" &&
        /^Weak(?:Map|Set)$/.test(code.source.slice(each.callee.start ?? 0, each.callee.end ?? 0)),
    )
  );
}

function isNameHeld(code: Code, binding: Binding | undefined, depth: number): boolean {
  const references = binding && code.bindings.references(binding);
  const writes = new Set<Node>(binding && code.bindings.writes(binding));
  return references?.every((each) => writes.has(each) || isUseHeld(code, each, depth + 1)) === true;
}

/** Whether all that reads a field of a name reads it for a part of the object that it holds. */
function isFieldHeld(code: Code, place: Node, depth: number): boolean {
  const field = unwrap(place);
  if (field.type === "PrivateName") return isFieldHeld(code, field.id, depth);
  const name = isMember(field) ? memberName(code, field) : field.type === "Identifier" ? field.name : undefined;
  const mentions = name === undefined ? undefined : code.bindings.mentions(name, code.tree.program);
  return (
    mentions?.every((mention) => {
      const parent = code.tree.parent(mention);
      const member = parent?.type === "PrivateName" ? code.tree.parent(parent) : parent;
      if (!isMember(member)) return member?.type !== "ObjectProperty" && mention.type !== "StringLiteral";
      if (member.object === mention) return true;
      const around = code.tree.parent(member);
      return (around?.type === "AssignmentExpression" && around.left === member) || isUseHeld(code, member, depth + 1);
    }) === true
  );
}

/** Whether all that the file does with a class is to make objects of it, and to name them, or the class, by a type. */
function areMentionsHeld(code: Code, owner: t.Class, family: ReadonlySet<t.Class>): boolean {
  const outer = code.tree.parent(owner) ?? owner;
  const binding = owner.id ? code.bindings.lookup(owner.id.name, outer) : variableGiven(code, owner);
  return binding !== undefined && isClassNameHeld(code, binding, family, 0);
}

function isClassNameHeld(code: Code, binding: Binding, family: ReadonlySet<t.Class>, depth: number): boolean {
  const mentions = code.bindings.mentions(binding.name, binding.scope);
  return (
    mentions?.every((mention) => {
      const parent = code.tree.parent(mention);
      if (mention.type !== "Identifier" || mention === binding.identifier) return true;
      if (code.bindings.resolve(mention) !== binding) return true;
      const isKey = parent !== undefined && "key" in parent && parent.key === mention;
      if (isKey || (isMember(parent) && parent.property === mention && !parent.computed)) return true;
      const next = depth < MOST_NAMES ? variableGiven(code, mention) : undefined;
      if (next && next !== binding) return isClassNameHeld(code, next, family, depth + 1);
      return isClassUseHeld(code, mention, family);
    }) === true
  );
}

function isClassUseHeld(code: Code, mention: Node, family: ReadonlySet<t.Class>): boolean {
  const parent = code.tree.parent(mention);
  switch (parent?.type) {
    case "NewExpression":
      return parent.callee === mention && isUseHeld(code, parent, 0);
    case "BinaryExpression":
      return parent.operator === "instanceof";
    case "ClassDeclaration":
    case "ClassExpression":
      return parent.id === mention || family.has(parent);
    case "VariableDeclarator":
      return parent.id === mention && classGiven(code, mention) !== undefined;
    case "TSTypeReference":
      return isTypeHeld(code, parent);
    default:
      return isGivenToImporters(code, mention);
  }
}

/** Whether what is declared to be of the class is used for its parts: a variable, a parameter or a field. */
function isTypeHeld(code: Code, type: Node): boolean {
  const annotation = code.tree.parent(type);
  const named = annotation?.type === "TSTypeAnnotation" ? code.tree.parent(annotation) : undefined;
  if (named?.type === "ClassProperty") return isFieldHeld(code, named.key, 0);
  if (named?.type !== "Identifier") return false;
  const isHeld = isNameHeld(code, code.bindings.resolve(named), 0);
  const holder = code.tree.parent(named);
  const property = holder?.type === "AssignmentPattern" ? code.tree.parent(holder) : holder;
  return isHeld && (property?.type !== "TSParameterProperty" || isFieldHeld(code, named, 0));
}

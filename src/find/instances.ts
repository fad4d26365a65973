import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { INJECTING } from "../rules/names-beside.ts";
import { isParameter, typesCalled } from "./declared-types.ts";
import { assignedTo, constructorOf } from "./handed-functions.ts";
import { methodNamed } from "./library/lookup.ts";
import { classMade } from "./made-class.ts";
import { partsNamed } from "./parts.ts";
import { classGiven } from "./shells.ts";
import { type Call, constantValue, isCall, isMember, type Member, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import { declaredType } from "./types.ts";

/**
 * The class of this file of which the object of a member is likely: of which a constant or a field is made, or that its
 * declared type names; of an object of which nothing is said, the only one that has a method of the name, if one is given.
 * It may be of another class all the same.
 */
export const classOfObject = (code: Code, { object }: Member, name?: string): t.Class | undefined =>
  classOfValue(code, object, name);

/** The same of an expression. */
export function classOfValue(code: Code, expression: Node, name?: string): t.Class | undefined {
  const node = unwrap(expression);
  if (isThis(pathOf(code, node))) return code.tree.classAround(node);
  const made = node.type === "Identifier" || isMember(node) ? firstValueOf(code, node) : node;
  const value = made && unwrap(made);
  const certain = value && classMade(code, value);
  if (certain || value?.type === "NewExpression") return certain;
  const injected = value && isCall(value) ? injectedClass(code, value) : undefined;
  if (injected) return injected;
  const type = declaredType(code, node);
  if (!type) return name === undefined || isFromElsewhere(code, node) ? undefined : onlyClassWith(code, name);
  for (const each of type.names) {
    const declared = typesCalled(code, each, node);
    const found = isParameter(declared) ? undefined : declared.find(({ type }) => type === "ClassDeclaration");
    if (found?.type === "ClassDeclaration") return found;
  }
  return undefined;
}

/** The value of a constant, or of a field of `this` that is given nothing else by this file: by nobody, whatever the object. */
export function onlyValueOf(code: Code, expression: Node): Node | undefined {
  const node = unwrap(expression);
  if (!isMember(node)) return node.type === "Identifier" ? constantValue(code, node) : undefined;
  const value = fieldValue(code, node);
  const name = memberName(code, node);
  if (!value || name === undefined) return undefined;
  const others = (code.bindings.mentions(name.replace(/^#/, ""), code.tree.program) ?? []).filter((mention) => {
    let place = code.tree.parent(mention);
    if (place?.type === "PrivateName") place = code.tree.parent(place);
    if (place?.type === "TSParameterProperty") return true;
    const assignment = isMember(place) ? code.tree.parent(place) : undefined;
    return assignment?.type === "AssignmentExpression" && assignment.left === place && assignment.right !== value;
  });
  return others.length === 0 ? value : undefined;
}

/** `inject(StepUp)`, `container.resolve(StepUp)` */
function injectedClass(code: Code, { callee, arguments: [given, ...others] }: Call): t.Class | undefined {
  const name = isMember(callee) ? memberName(code, callee) : callee.type === "Identifier" ? callee.name : undefined;
  return others.length === 0 && given && INJECTING.test(name ?? "") ? classGiven(code, given) : undefined;
}

/** What a constant or a field of `this` is given at first. */
export function firstValueOf(code: Code, expression: Node): Node | undefined {
  const node = unwrap(expression);
  return node.type === "Identifier" ? constantValue(code, node) : isMember(node) ? fieldValue(code, node) : undefined;
}

/** Whether an object is imported, or part of what is, or of the language: of a class of another file, if of any. */
function isFromElsewhere(code: Code, object: Node): boolean {
  let root = object;
  while (isMember(root)) root = unwrap(root.object);
  const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  return root.type === "Identifier" && (!binding || binding.kind === "import");
}

/** The class that alone of this file has a method of a name, which no library has. */
function onlyClassWith(code: Code, name: string): t.Class | undefined {
  if (methodNamed(name)) return undefined;
  const methods = (code.bindings.mentions(name, code.tree.program) ?? []).flatMap((mention) => {
    const method = code.tree.parent(mention);
    return method?.type === "ClassMethod" && method.key === mention && !method.static ? [method] : [];
  });
  const [only, ...others] = methods;
  return only && others.length === 0 ? code.tree.classAround(only) : undefined;
}

/** What a field of `this` is declared with, or what the constructor puts into it. */
export function fieldValue(code: Code, member: Member): Node | undefined {
  const name = isThis(pathOf(code, member.object)) ? memberName(code, member) : undefined;
  const owner = name === undefined ? undefined : code.tree.classAround(member);
  const part = owner && name !== undefined ? partsNamed(code, owner, name).at(-1) : undefined;
  const isField = part?.type === "ClassProperty" || part?.type === "ClassPrivateProperty";
  if (isField && part.value) return part.value;
  const maker = owner && constructorOf(code, owner);
  return maker && name !== undefined ? assignedTo(code, maker, name) : undefined;
}

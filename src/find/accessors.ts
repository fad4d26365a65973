import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { type Node, startOf } from "../parse/tree.ts";
import { calledFunction, returnedValues } from "./functions.ts";
import { onlyValueOf } from "./instances.ts";
import { classMade } from "./made-class.ts";
import { partsNamed } from "./parts.ts";
import { isCall, isMember, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThis, isThisMember } from "./this.ts";

type Accessor = t.ClassMethod | t.ClassPrivateMethod | t.ObjectMethod;

/** Whether code of this file runs when a member is read or assigned. */
export const hasAccessor = (code: Code, member: Node): boolean =>
  setterOf(code, member) !== undefined || getterOf(code, member) !== undefined;

/** The setter of this file that runs when a member is assigned. */
export const setterOf = (code: Code, target: Node): Accessor | undefined => accessorOf(code, target, "set");

/** The getter of this file that runs when a member is read. */
export const getterOf = (code: Code, read: Node): Accessor | undefined => accessorOf(code, read, "get");

function accessorOf(code: Code, expression: Node, kind: "get" | "set"): Accessor | undefined {
  const member = unwrap(expression);
  const name = isMember(member) ? memberName(code, member) : undefined;
  if (!isMember(member) || name === undefined) return undefined;
  const owner = madeOf(code, member.object);
  if (!owner || isReplaced(code, owner, name)) return undefined;
  for (const part of partsNamed(code, owner, name)) {
    const isMethod = part.type === "ClassMethod" || part.type === "ClassPrivateMethod" || part.type === "ObjectMethod";
    if (isMethod && part.kind === kind) return part;
  }
  return undefined;
}

/** Whether an accessor of an object literal may be replaced by what stands behind it there. */
function isReplaced(code: Code, owner: t.Class | t.ObjectExpression, name: string): boolean {
  if (owner.type !== "ObjectExpression") return false;
  const parts = partsNamed(code, owner, name);
  return (
    parts.some((part) => part.type === "ObjectProperty") ||
    owner.properties.some(
      (part) => part.type === "SpreadElement" && parts.some((each) => startOf(each) < startOf(part)),
    )
  );
}

/** Whether a getter of the class around it gives a field under a name of some kind: `get scopes() { return this.wanted }`. */
export function isReadUnder(code: Code, target: Node, isNamed: (name: string | undefined) => boolean): boolean {
  const path = pathOf(code, target);
  const owner = isThisMember(path) ? code.tree.classAround(target) : undefined;
  return (owner?.body.body ?? []).some((part) => {
    if (part.type !== "ClassMethod" || part.kind !== "get") return false;
    const [only, ...others] = part.body.body;
    const isGiven = only?.type === "ReturnStatement" && only.argument && pathOf(code, only.argument) === path;
    return isGiven && others.length === 0 && isNamed(propertyName(code, part.key, part.computed));
  });
}

/**
 * What the object of a member is made by: the class around `this`; of a constant or a field, the class or the object
 * literal that it is given, by itself or by a function of this file.
 */
function madeOf(code: Code, object: Node): t.Class | t.ObjectExpression | undefined {
  if (isThis(pathOf(code, object))) return code.tree.classAround(object);
  const value = onlyValueOf(code, object);
  const made = value && unwrap(value);
  const owner = classMade(code, made ?? object);
  if (owner) return owner;
  const maker = made && isCall(made) ? calledFunction(code, made) : undefined;
  const [given, ...others] = (maker && returnedValues(code, maker)) ?? [];
  const record = given?.value && others.length === 0 ? unwrap(given.value) : made;
  return record?.type === "ObjectExpression" ? record : undefined;
}

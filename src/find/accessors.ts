import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { partsNamed } from "./parts.ts";
import { constantValue, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";

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
  for (const part of owner ? partsNamed(code, owner, name) : []) {
    const isMethod = part.type === "ClassMethod" || part.type === "ClassPrivateMethod" || part.type === "ObjectMethod";
    if (isMethod && part.kind === kind) return part;
  }
  return undefined;
}

/** What the object of a member is made by: the class around `this`, or a constant object literal. */
function madeOf(code: Code, object: Node): t.Class | t.ObjectExpression | undefined {
  if (isThis(pathOf(code, object))) return code.tree.classAround(object);
  const name = unwrap(object);
  const value = name.type === "Identifier" ? constantValue(code, name) : undefined;
  const record = value && unwrap(value);
  return record?.type === "ObjectExpression" ? record : undefined;
}

import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { isParameter, typesCalled } from "./declared-types.ts";
import { partsNamed } from "./parts.ts";
import { classGiven } from "./shells.ts";
import { constantValue, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import { declaredType } from "./types.ts";

/**
 * The class of this file of which an object is likely: of which a constant or a field is made, or that its declared type
 * names. An object of another class may have that type, too.
 */
export function classOfObject(code: Code, object: Node): t.Class | undefined {
  const node = unwrap(object);
  if (isThis(pathOf(code, node))) return code.tree.classAround(node);
  const made = node.type === "Identifier" ? constantValue(code, node) : isMember(node) ? fieldValue(code, node) : node;
  const value = made && unwrap(made);
  if (value?.type === "NewExpression") return classGiven(code, value.callee);
  const names = declaredType(code, node)?.names ?? [];
  for (const name of names) {
    const declared = typesCalled(code, name, node);
    const found = isParameter(declared) ? undefined : declared.find((each) => each.type === "ClassDeclaration");
    if (found) return found;
  }
  return undefined;
}

/** What a field of `this` is declared with. */
function fieldValue(code: Code, member: t.MemberExpression | t.OptionalMemberExpression): Node | undefined {
  const name = isThis(pathOf(code, member.object)) ? memberName(code, member) : undefined;
  const owner = name === undefined ? undefined : code.tree.classAround(member);
  const part = owner && name !== undefined ? partsNamed(code, owner, name).at(-1) : undefined;
  const isField = part?.type === "ClassProperty" || part?.type === "ClassPrivateProperty";
  return isField ? (part.value ?? undefined) : undefined;
}

import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { memberNamed } from "./escapes.ts";
import { methodOf } from "./functions.ts";
import { partsNamed } from "./parts.ts";
import { classGiven } from "./shells.ts";
import { type Call, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";

/** The method of what a field of an object always holds: `this.ledger.require` of `ledger = new Ledger()`. */
export function methodOfField(code: Code, { callee }: Call): FunctionNode | undefined {
  const member = unwrap(callee);
  const made = isMember(member) ? fieldMade(code, unwrap(member.object)) : undefined;
  const owner = made?.type === "NewExpression" ? classGiven(code, made.callee) : undefined;
  const name = isMember(member) ? memberName(code, member) : undefined;
  return owner && name !== undefined ? methodOf(code, owner, name) : undefined;
}

/** What a field of an object always holds: `readonly ledger = new Ledger()`, or a private one that nothing else is given. */
function fieldMade(code: Code, field: Node): Node | undefined {
  const name = isMember(field) && isThis(pathOf(code, field.object)) ? memberName(code, field) : undefined;
  const owner = name === undefined ? undefined : code.tree.classAround(field);
  const part = owner && name !== undefined ? partsNamed(code, owner, name)[0] : undefined;
  if (!owner || name === undefined || (part?.type !== "ClassProperty" && part?.type !== "ClassPrivateProperty"))
    return undefined;
  const isOwn = name.startsWith("#") || (part.type === "ClassProperty" && part.accessibility === "private");
  const isFixed = (part.type === "ClassProperty" && part.readonly) || (isOwn && !isGivenAnother(code, owner, name));
  return isFixed && part.value?.type === "NewExpression" ? part.value : undefined;
}

const isGivenAnother = (code: Code, owner: t.Class, name: string): boolean =>
  (code.bindings.mentions(name, owner) ?? []).some((mention) => {
    const member = memberNamed(code, mention);
    const parent = member && code.tree.parent(member);
    return parent?.type === "AssignmentExpression" && parent.left === member;
  });

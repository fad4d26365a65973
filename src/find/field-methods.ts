import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { memberNamed } from "./escapes.ts";
import { methodOf } from "./functions.ts";
import { classGiven } from "./shells.ts";
import { type Call, isCall, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";

/** The method of what a field of an object always holds: `this.ledger.require` of `ledger = new Ledger()`. */
export function methodOfField(code: Code, { callee }: Call): FunctionNode | undefined {
  const member = unwrap(callee);
  const made = isMember(member) ? fieldMade(code, unwrap(member.object)) : undefined;
  const owner = made?.type === "NewExpression" ? classGiven(code, made.callee) : undefined;
  const name = isMember(member) ? memberName(code, member) : undefined;
  return owner && name !== undefined ? methodOf(code, owner, name) : undefined;
}

/** What a field of an object always holds: of `ledger = new Ledger()`, where the file gives it nothing else. */
function fieldMade(code: Code, field: Node): Node | undefined {
  const name = isMember(field) && isThis(pathOf(code, field.object)) ? memberName(code, field) : undefined;
  const owner = name === undefined ? undefined : code.tree.classAround(field);
  const given = name === undefined || !owner ? [] : (code.bindings.mentions(name, owner) ?? []);
  const [only, ...others] = given.flatMap((mention) => valueGiven(code, mention) ?? []);
  return others.length === 0 ? only : undefined;
}

/** What the mention of a field gives it: where it is declared, assigned, or defined by a compiler's helper. */
function valueGiven(code: Code, mention: Node): Node | undefined {
  const parent = code.tree.parent(mention);
  const part = parent?.type === "PrivateName" ? code.tree.parent(parent) : parent;
  if (part?.type === "ClassProperty" || part?.type === "ClassPrivateProperty") return part.value ?? undefined;
  if (isCall(parent) && parent.arguments[0]?.type === "ThisExpression" && parent.arguments[1] === mention)
    return parent.arguments[2];
  const member = memberNamed(code, mention);
  const assignment = member && code.tree.parent(member);
  return assignment?.type === "AssignmentExpression" && assignment.left === member ? assignment.right : undefined;
}

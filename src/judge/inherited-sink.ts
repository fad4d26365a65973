import type * as t from "@babel/types";
import type { Candidate } from "../find/find.ts";
import { importedFrom } from "../find/imported.ts";
import { partsNamed } from "../find/parts.ts";
import { classGiven } from "../find/shells.ts";
import { constantText, isCall, isMember, isNothing, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { isThis } from "../find/this.ts";
import { keepsText } from "../find/unread.ts";
import { classesBelow } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { readsOf } from "./sink-reads.ts";

const MOST_CLASSES = 8;
const SDK = /^@modelcontextprotocol\//;

/**
 * The class above, where a sink is a field that only this declares, in another file or for a mixin, and nothing here
 * shows what it holds: it is reached by a cast, or made a text before a request takes it.
 */
export function hiddenByBase(code: Code, candidate: Candidate): Node | undefined {
  const member = unwrap(candidate.target);
  const name = isMember(member) ? memberName(code, member) : undefined;
  if (!isMember(member) || name === undefined || !isThis(pathOf(code, member.object))) return undefined;
  const base = unreadBase(code, member, name);
  if (!base || SDK.test(importedFrom(code, base)?.module ?? "")) return undefined;
  const isCast = unwrap(member.object) !== member.object;
  return isCast || !readsOf(code, candidate).some((read) => isAskedAsItIs(code, read)) ? base : undefined;
}

/** Where a class below makes something else of a sink than the one whose handler keeps it: an accessor, or a list. */
export function madeOtherBelow(code: Code, { target }: Candidate): Node | undefined {
  const member = unwrap(target);
  const name = isMember(member) ? memberName(code, member) : undefined;
  const owner = isMember(member) && isThis(pathOf(code, member.object)) ? code.tree.classAround(member) : undefined;
  return owner && name !== undefined ? otherBelow(code, owner, name, 0) : undefined;
}

function otherBelow(code: Code, owner: t.Class, name: string, step: number): Node | undefined {
  for (const below of step < MOST_CLASSES ? classesBelow(code, owner) : []) {
    const other = partsNamed(code, below, name).find((part) => !isPlainField(code, part));
    const found = other ?? otherBelow(code, below, name, step + 1);
    if (found) return found;
  }
  return undefined;
}

/** Whether a part of a class is a field that begins with nothing, or with a text. */
function isPlainField(code: Code, part: Node): boolean {
  if (part.type !== "ClassProperty" && part.type !== "ClassPrivateProperty") return false;
  const { value } = part;
  return part.static === true || !value || isNothing(value) || constantText(code, value) !== undefined;
}

/** What the classes of this file extend in the end, where none of them declares a field. */
function unreadBase(code: Code, member: Node, name: string): Node | undefined {
  let owner = code.tree.classAround(member);
  for (let step = 0; owner && step < MOST_CLASSES; step++) {
    if (partsNamed(code, owner, name).length > 0) return undefined;
    if (partsNamed(code, owner, "constructor").some((part) => declares(code, part, name))) return undefined;
    const base: Node | null | undefined = owner.superClass && unwrap(owner.superClass);
    if (!base) return undefined;
    const above: t.Class | undefined = classGiven(code, base);
    if (!above) return base;
    owner = above;
  }
  return undefined;
}

/** Whether a constructor declares a field: as a parameter, or by giving it a value. */
function declares(code: Code, part: Node, name: string): boolean {
  if (part.type !== "ClassMethod" || part.kind !== "constructor") return false;
  const isParameter = part.params.some((each) => {
    const given = each.type === "TSParameterProperty" ? each.parameter : undefined;
    const identifier = given?.type === "AssignmentPattern" ? given.left : given;
    return identifier?.type === "Identifier" && identifier.name === name;
  });
  const assigned = code.tree.own(part.body, "AssignmentExpression").map(({ left }) => unwrap(left));
  const calls = code.tree.own(part.body, "CallExpression");
  return (
    isParameter ||
    assigned.some((left) => isMember(left) && isThis(pathOf(code, left.object)) && memberName(code, left) === name) ||
    // A compiler's helper: `__publicField(this, "scope")`.
    calls.some(({ arguments: [object, key] }) => {
      return object?.type === "ThisExpression" && key?.type === "StringLiteral" && key.value === name;
    })
  );
}

/** Whether a read is what a call or a record gets, and nothing made of it. */
function isAskedAsItIs(code: Code, read: Node): boolean {
  let child = read;
  for (const parent of code.tree.ancestors(read)) {
    if (parent.type === "ObjectProperty") return parent.value === child;
    if (isCall(parent) && keepsText(code, parent)) return false;
    if (/^(?:Optional)?CallExpression$|^NewExpression$|^ReturnStatement$|^VariableDeclarator$/.test(parent.type))
      return !("callee" in parent) || parent.callee !== child;
    if (parent.type !== "LogicalExpression" && unwrap(parent) !== unwrap(child)) return false;
    child = parent;
  }
  return false;
}

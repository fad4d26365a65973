import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { SHOWING, SHOWN, SPEAKING } from "../rules/names.ts";
import { LOGGED } from "../rules/names-beside.ts";
import { calleeName, literalOf } from "./calls.ts";
import { isWritten } from "./request-use.ts";
import { isSentence } from "./scope-texts.ts";
import { isAddress, isTest } from "./shown.ts";
import { isCall, isMember, memberName, outOfCasts, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isExported } from "./uses.ts";
import type { Written } from "./written.ts";

/**
 * Whether a property of a constant record is read, and only into sentences that a person is shown: the record is this
 * file's alone, nothing but its properties is asked for, by their names, and no function of its own may read them.
 */
export function isShownOfRecord(code: Code, { kind, target }: Written): boolean {
  const member = unwrap(target);
  const object = kind === "property" && isMember(member) ? unwrap(member.object) : undefined;
  const binding = object?.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  const name = isMember(member) ? memberName(code, member) : undefined;
  if (!binding || name === undefined || !isOwnRecord(code, binding)) return false;
  const reads = membersOf(code, binding)?.filter((each) => memberName(code, each) === name && !isWritten(code, each));
  const shown = reads?.filter((each) => isDisplayed(code, each, 0)) ?? [];
  return shown.length > 0 && reads?.every((each) => shown.includes(each) || isTest(code, each)) === true;
}

/** Whether a name is that of a record of plain values, which no other file is given. */
function isOwnRecord(code: Code, binding: Binding): boolean {
  const record = literalOf(code, binding.identifier);
  const isPlain = record?.properties.every(
    (each) =>
      each.type === "ObjectProperty" &&
      propertyName(code, each.key, each.computed) !== undefined &&
      !isFunction(each.value),
  );
  return isPlain === true && binding.declaration.type === "VariableDeclarator" && !isExported(code, binding);
}

/** The members of a record, where all that is done with it is to read and write these by their names. */
function membersOf(code: Code, binding: Binding): readonly t.MemberExpression[] | undefined {
  const members = (code.bindings.references(binding) ?? [undefined]).map((mention) => {
    const member = mention && code.tree.parent(mention);
    const isRead = member?.type === "MemberExpression" && member.object === mention && !member.computed;
    if (mention === binding.identifier) return mention;
    const call = isRead ? code.tree.parent(member) : undefined;
    return isRead && !(isCall(call) && call.callee === member) ? member : undefined;
  });
  if (members.includes(undefined)) return undefined;
  return members.flatMap((each) => (each?.type === "MemberExpression" ? [each] : []));
}

/** More names than a sentence has on its way to who reads it. */
const MOST_NAMES = 2;

/** Whether what is read goes into a sentence, and that to a person: a title, a dialog, a log. */
function isDisplayed(code: Code, read: Node, depth: number): boolean {
  const whole = outOfCasts(code, read);
  const parent = code.tree.parent(whole);
  switch (parent?.type) {
    case "TemplateLiteral":
      return isSentence(parent) && !parent.quasis.some(isAddress) && isForPerson(code, parent, depth);
    case "JSXExpressionContainer":
      return code.tree.parent(parent)?.type !== "JSXAttribute";
    case "LogicalExpression":
    case "ConditionalExpression":
      return isDisplayed(code, parent, depth);
    default:
      return isCall(parent) && parent.callee !== whole && LOGGED.test(pathOf(code, parent.callee) ?? "");
  }
}

/** Whether a text is given to what shows it, by the name of that. */
function isForPerson(code: Code, text: Node, depth: number): boolean {
  const whole = outOfCasts(code, text);
  const parent = code.tree.parent(whole);
  switch (parent?.type) {
    case "ConditionalExpression":
    case "LogicalExpression":
      return isForPerson(code, parent, depth);
    case "JSXExpressionContainer":
      return true;
    case "ObjectProperty":
      return isForReading(propertyName(code, parent.key, parent.computed));
    case "AssignmentExpression":
      return isMember(parent.left) && parent.right === whole && isForReading(memberName(code, parent.left));
    case "VariableDeclarator": {
      const binding = parent.id.type === "Identifier" ? code.bindings.resolve(parent.id) : undefined;
      const references = depth < MOST_NAMES && binding ? code.bindings.references(binding) : undefined;
      return references?.every((each) => each === parent.id || isForPerson(code, each, depth + 1)) === true;
    }
    default:
      return (
        isCall(parent) &&
        parent.callee !== whole &&
        (LOGGED.test(pathOf(code, parent.callee) ?? "") || SHOWING.test(calleeName(code, parent) ?? ""))
      );
  }
}

const isForReading = (name: string | undefined): boolean =>
  name !== undefined && (SPEAKING.test(name) || SHOWN.test(name));

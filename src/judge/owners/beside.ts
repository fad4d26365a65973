import type * as t from "@babel/types";
import { setParameter } from "../../find/request-parameters.ts";
import { isCall, isMember, memberName, propertyName } from "../../find/syntax.ts";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import { covers, isFunction, type Node } from "../../parse/tree.ts";
import { ADDRESS_OPTION, OF_ONE_REQUEST, SERVER_OPTION } from "../../rules/names-beside.ts";

/** All but what is of one request alone, or the same for all. */
const saysWhose = (name: string): boolean => !OF_ONE_REQUEST.test(name);

/** What a record of parameters says of whom it asks: `{ audience, scope }`, and all that is spread or has no name. */
export const ownersIn = (code: Code, { properties }: t.ObjectExpression): Node[] =>
  properties.flatMap((each): Node[] => {
    if (each.type === "SpreadElement") return [each.argument];
    if (each.type !== "ObjectProperty") return [];
    const name = propertyName(code, each.key, each.computed);
    return name === undefined ? [each.key, each.value] : saysWhose(name) ? [each.value] : [];
  });

/** Whether options say whom they ask, as the SDK's do. */
export const namesOwner = (code: Code, { properties }: t.ObjectExpression): boolean =>
  properties.some(
    (each) => each.type === "ObjectProperty" && SERVER_OPTION.test(propertyName(code, each.key, each.computed) ?? ""),
  );

/** What is put, under a name that says whose it is, into the parameters or the record that a mention is of. */
export function ownerPut(code: Code, mention: Node): Node[] {
  const member = code.tree.parent(mention);
  if (!isMember(member) || member.object !== mention) return [];
  const around = code.tree.parent(member);
  if (isCall(around) && around.callee === member) {
    const [key, value] = around.arguments;
    const name = setParameter(code, around);
    if (name === undefined) return key && value ? [key, value] : [];
    return value && saysWhose(name) ? [value] : [];
  }
  if (around?.type !== "AssignmentExpression" || around.left !== member) return [];
  const name = memberName(code, member);
  return name === undefined ? [member.property, around.right] : saysWhose(name) ? [around.right] : [];
}

/** What is written into the address that a variable is: `url.host = server`, `url.searchParams.set("audience", server)`. */
export const writtenInto = (code: Code, binding: Binding): Node[] =>
  (code.bindings.references(binding) ?? []).flatMap((mention) => {
    const member = code.tree.parent(mention);
    if (!isMember(member) || member.object !== mention) return [];
    const around = code.tree.parent(member);
    const isWritten = around?.type === "AssignmentExpression" && around.left === member;
    if (isWritten) return memberName(code, member) === "search" ? [] : [around.right];
    return memberName(code, member) === "searchParams" ? ownerPut(code, member) : [];
  });

/** The address among them: `ajax({ url: AUTHORIZE, body: parameters })`. */
export const addressBeside = (code: Code, { properties }: t.ObjectExpression, part: Node): Node[] =>
  properties.flatMap((each): Node[] => {
    if (covers(each, part) || each.type !== "ObjectProperty") return [];
    return ADDRESS_OPTION.test(propertyName(code, each.key, each.computed) ?? "") ? [each.value] : [];
  });

/** The other options of a request, beside the one that is or holds its parameters. */
export const optionsBeside = (code: Code, { properties }: t.ObjectExpression, part: Node): Node[] =>
  properties.flatMap((each): Node[] => {
    if (covers(each, part)) return [];
    if (each.type === "SpreadElement") return [each.argument];
    if (each.type !== "ObjectProperty" || isFunction(each.value)) return [];
    return propertyName(code, each.key, each.computed) === "signal" ? [] : [each.value];
  });

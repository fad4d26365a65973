import type * as t from "@babel/types";
import { copiesRecords, roleOf } from "../../find/calls.ts";
import { calledFunction, parametersOf } from "../../find/functions.ts";
import { libraryOf, makesParameters } from "../../find/library/lookup.ts";
import { namesScope } from "../../find/origins.ts";
import { setParameter } from "../../find/request-parameters.ts";
import {
  type Call,
  initialValue,
  isCall,
  isMember,
  memberName,
  outOfCasts,
  propertyName,
  unwrap,
} from "../../find/syntax.ts";
import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import { covers, isFunction, type Node } from "../../parse/tree.ts";
import { OWNER_OPTION, SCOPE_PARAMETER } from "../../rules/names.ts";
import { ADDRESS_OPTION } from "../../rules/names-beside.ts";

/** More names than a request's parameters go by before they are sent. */
const MOST_NAMES = 4;

/** The addresses of the requests whose parameters some expressions read, and what else these say of whom they ask. */
export const addressesOf = (code: Code, reads: readonly Node[]): readonly Node[] =>
  code.answers.of(addressesOf, reads, () => reads.flatMap((read) => addressesFor(code, read)));

/** The same of one expression that is the scope of a request. */
function addressesFor(code: Code, read: Node): Node[] {
  let child = read;
  for (const parent of code.tree.ancestors(read)) {
    if (isFunction(parent)) return [];
    if (isCall(parent) && setParameter(code, parent) === "scope" && isMember(parent.callee))
      return addressesOfReceiver(code, parent.callee.object);
    if (parent.type === "TemplateLiteral" && SCOPE_PARAMETER.test(textBefore(parent, child)))
      return addressBefore(parent, child);
    if (parent.type === "ObjectProperty" && !namesScope(propertyName(code, parent.key, parent.computed))) return [];
    if (parent.type === "ObjectExpression") return [...ownersIn(code, parent), ...sentTo(code, parent, 0)];
    if (parent.type === "BinaryExpression" && parent.right === child && SCOPE_PARAMETER.test(textAtEnd(parent.left)))
      return [leftmost(parent)];
    child = parent;
  }
  return [];
}

/** Whom calls ask that are given a scope by itself, `authorize(this.scope)`: whoever is called, and what else they are given. */
export const askedByCalls = (code: Code, reads: readonly Node[]): readonly Node[] =>
  reads.flatMap((read) => {
    const call = code.tree.nearest(read, isCall);
    if (!call || covers(call.callee, read) || roleOf(code, call) !== "authorization") return [];
    const others = call.arguments.filter((each) => !covers(each, read) && !isFunction(unwrap(each)));
    return [isMember(call.callee) ? call.callee.object : call.callee, ...others];
  });

/** The constant text with which what is put together by `+` ends. */
function textAtEnd(text: Node): string {
  const last = text.type === "BinaryExpression" ? text.right : text;
  return last.type === "StringLiteral" ? last.value : "";
}

const leftmost = (node: Node): Node => (node.type === "BinaryExpression" ? leftmost(node.left) : node);

/** Whom the request asks whose parameters are set one by one: `url.searchParams.set(…)`, `form.set(…)`. */
function addressesOfReceiver(code: Code, receiver: Node): Node[] {
  const name = unwrap(receiver);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const made = binding && initialValue(code, binding);
  const isOwn =
    made && unwrap(made).type === "NewExpression" && makesParameters((unwrap(made) as t.NewExpression).callee);
  if (!binding || !isOwn) return [receiver, ...(binding ? ownersBeside(code, binding) : [])];
  return [...sentByName(code, binding, 0), ...ownersBeside(code, binding)];
}

/** What a request's parameters, under a name, say of whom it asks: `form.set("resource", url)`. */
function ownersBeside(code: Code, binding: Binding): Node[] {
  const made = initialValue(code, binding);
  const [record] = made?.type === "NewExpression" ? made.arguments : [];
  const given = record && unwrap(record);
  const set = (code.bindings.references(binding) ?? []).flatMap((mention): Node[] => {
    const member = code.tree.parent(mention);
    const call = isMember(member) && member.object === mention ? code.tree.parent(member) : undefined;
    const isOwner = isCall(call) && OWNER_OPTION.test(setParameter(code, call) ?? "");
    return isOwner && call.arguments[1] ? [call.arguments[1]] : [];
  });
  return [...(given?.type === "ObjectExpression" ? ownersIn(code, given) : []), ...set];
}

/** The same of a record of parameters: `{ audience, scope }`. */
const ownersIn = (code: Code, { properties }: t.ObjectExpression): Node[] =>
  properties.flatMap((each): Node[] =>
    each.type === "ObjectProperty" && OWNER_OPTION.test(propertyName(code, each.key, each.computed) ?? "")
      ? [each.value]
      : [],
  );

/** The addresses that a request's parameters, followed outwards, are put to or sent to. */
function sentTo(code: Code, parameters: Node, names: number): Node[] {
  let child = parameters;
  for (const parent of code.tree.ancestors(parameters)) {
    if (isFunction(parent)) return [];
    switch (parent.type) {
      case "TemplateLiteral":
        return addressBefore(parent, child);
      case "BinaryExpression":
        if (parent.operator === "+" && parent.right === child) return [parent.left];
        break;
      case "AssignmentExpression":
        return parent.right === child ? sentByPlace(code, parent.left, names) : [];
      case "VariableDeclarator": {
        const binding = parent.id.type === "Identifier" ? code.bindings.resolve(parent.id) : undefined;
        return binding ? sentByName(code, binding, names) : [];
      }
      case "CallExpression":
      case "OptionalCallExpression":
      case "NewExpression": {
        if (parent.callee === child || !takesElsewhere(code, parent)) break;
        return sentByCall(code, parent, child, names);
      }
    }
    child = parent;
  }
  return [];
}

/** Whether a call sends its arguments, or looks for itself what to do with them: it is none that makes text of them. */
function takesElsewhere(code: Code, call: Call | t.NewExpression): boolean {
  const library = libraryOf(code, call.callee);
  const isText = makesParameters(call.callee) || library?.keepsText || library?.makes === "parameters";
  return !isText && !copiesRecords(code, call);
}

/** The addresses of a call that is given parameters: its first argument, or those that it sends them to itself. */
function sentByCall(code: Code, call: Call | t.NewExpression, parameters: Node, names: number): Node[] {
  const at = call.arguments.findIndex((each) => covers(each, parameters));
  const target = isCall(call) && names < MOST_NAMES ? calledFunction(code, call) : undefined;
  const parameter = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
  const sent = parameter ? sentByName(code, parameter.binding, names + 1) : [];
  if (sent.length > 0) return sent;
  if (isCall(call) && roleOf(code, call) === "telling") return [];
  const [first] = call.arguments;
  const options = first && unwrap(first);
  const told = at > 0 && first ? [first] : options?.type === "ObjectExpression" ? urlsIn(code, options) : [];
  return isMember(call.callee) ? [...told, call.callee.object] : told;
}

/** The address among the options of a request: `axios({ url, data })`. */
const urlsIn = (code: Code, { properties }: t.ObjectExpression): Node[] =>
  properties.flatMap((each): Node[] =>
    each.type === "ObjectProperty" && ADDRESS_OPTION.test(propertyName(code, each.key, each.computed) ?? "")
      ? [each.value]
      : [],
  );

/** Where parameters are put: `url.search = params` is of that address, a variable of what becomes of it. */
function sentByPlace(code: Code, place: Node, names: number): Node[] {
  const target = unwrap(place);
  if (isMember(target)) return memberName(code, target) === "search" ? [target.object] : [];
  const binding = target.type === "Identifier" ? code.bindings.resolve(target) : undefined;
  return binding ? sentByName(code, binding, names) : [];
}

/** The addresses of what a name holds. */
function sentByName(code: Code, binding: Binding, names: number): Node[] {
  if (names >= MOST_NAMES) return [];
  return (code.bindings.references(binding) ?? []).flatMap((mention) =>
    sentTo(code, outOfCasts(code, mention), names + 1),
  );
}

const textBefore = ({ quasis, expressions }: t.TemplateLiteral, part: Node): string =>
  quasis[expressions.findIndex((each) => covers(each, part))]?.value.raw ?? "";

/** What a template has before a part of it: the address, where the part is its query. */
function addressBefore(template: t.TemplateLiteral, part: Node): Node[] {
  const at = template.expressions.findIndex((each) => covers(each, part));
  const [first] = template.expressions;
  if (at > 0 && first) return [first];
  return (template.quasis[0]?.value.raw ?? "") === "" ? [] : [template.quasis[0] as Node];
}

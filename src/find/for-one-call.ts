import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, isLoop, type Node, startOf } from "../parse/tree.ts";
import { BEARER, CREDENTIAL_HEADER } from "../rules/names-beside.ts";
import { calledFunction } from "./functions.ts";
import { libraryOf, methodOf } from "./library/lookup.ts";
import { optionsOfRequest } from "./plain-requests.ts";
import { isWritten } from "./request-use.ts";
import { coreOf } from "./shells.ts";
import {
  type Call,
  constantText,
  initialValue,
  isCall,
  isMember,
  isNeverWritten,
  memberName,
  propertyName,
  unwrap,
} from "./syntax.ts";
import { exchangesOnly, namesGiven } from "./token-exchange.ts";
import { isExportMention } from "./uses.ts";
import type { Written } from "./written.ts";

/**
 * Whether a scope is for one call alone: it is put into a record that is made in the very run, for a token that a
 * function of the file exchanges for the user's, `const token = await exchange(user, input)`, and that goes along with
 * one request, the same that was refused. The user's token stays as it is, and the next run begins as this one did.
 */
export function isForOneCall(code: Code, { target }: Written): boolean {
  const member = unwrap(target);
  const record = isMember(member) ? unwrap(member.object) : undefined;
  const binding = record?.type === "Identifier" ? code.bindings.resolve(record) : undefined;
  const name = isMember(member) ? memberName(code, member) : undefined;
  const around = code.tree.functionAround(target);
  if (!binding || !around || name === undefined || code.tree.functionAround(binding.identifier) !== around)
    return false;
  const [loop, ...outer] = loopsAround(code, target, around).filter((each) => !covers(each, binding.identifier));
  if (!loop || outer.length > 0 || !isMadeWithout(code, binding, name)) return false;
  const token = tokenFor(code, binding, loop);
  const request = token && requestWith(code, token, loop);
  return token !== undefined && request !== undefined && isSameEachTime(code, request, token, loop, target);
}

/** The loops in which a node is, of its own function. */
function loopsAround(code: Code, node: Node, around: FunctionNode): readonly Node[] {
  return [...code.tree.ancestors(node)].filter((each) => isLoop(each) && covers(around, each));
}

/** Whether a record is made in place, and nothing yet under a name. */
function isMadeWithout(code: Code, binding: Binding, name: string): boolean {
  const made = initialValue(code, binding);
  const record = made && unwrap(made);
  if (record?.type !== "ObjectExpression") return false;
  return record.properties.every((part) => {
    const other = part.type === "ObjectProperty" ? propertyName(code, part.key, part.computed) : undefined;
    return other !== undefined && other !== name;
  });
}

/** The name of the token that is exchanged for a record, which is written by its properties and given to nothing else. */
function tokenFor(code: Code, record: Binding, loop: Node): Binding | undefined {
  const asking: Node[] = [];
  const isOwn = code.bindings.references(record)?.every((mention) => {
    if (mention === record.identifier) return true;
    const place = code.tree.parent(mention);
    if (isMember(place) && place.object === mention && !place.computed) return isWritten(code, place);
    const exchange = isCall(place) && place.callee !== mention ? calledFunction(code, place) : undefined;
    if (!isCall(place) || !exchange || !isSteady(code, place.callee) || !exchangesOnly(code, exchange)) return false;
    asking.push(place);
    return covers(loop, place);
  });
  const [call, ...others] = asking;
  const [token, ...more] = isOwn && call && others.length === 0 ? namesGiven(code, call) : [];
  return more.length === 0 && token?.declaration.type === "VariableDeclarator" ? token : undefined;
}

const isExchange = (code: Code, call: Call): boolean => {
  const target = calledFunction(code, call);
  return target !== undefined && exchangesOnly(code, target);
};

/** Whether a function has its name for good, and is but called by it. */
function isSteady(code: Code, callee: Node): boolean {
  const name = unwrap(callee);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const references = binding && isNeverWritten(code, binding) ? code.bindings.references(binding) : undefined;
  return (
    references?.every((mention) => {
      const use = code.tree.parent(mention);
      return (
        mention === binding?.identifier || isExportMention(code, mention) || (isCall(use) && use.callee === mention)
      );
    }) === true
  );
}

/** The one request that a token goes along with, `` authorization: `Bearer ${token}` ``, if it goes nowhere else. */
function requestWith(code: Code, token: Binding, loop: Node): Call | undefined {
  const mentions = (code.bindings.references(token) ?? []).filter((each) => each !== token.identifier);
  const [mention] = mentions;
  const text = mention && mentions.length === 1 ? code.tree.parent(mention) : undefined;
  const header = text?.type === "TemplateLiteral" ? code.tree.parent(text) : undefined;
  if (text?.type !== "TemplateLiteral" || !BEARER.test(text.quasis[0]?.value.raw ?? "")) return undefined;
  if (header?.type !== "ObjectProperty" || header.value !== text) return undefined;
  if (!CREDENTIAL_HEADER.test(propertyName(code, header.key, header.computed) ?? "")) return undefined;
  const headers = code.tree.parent(code.tree.parent(header) ?? header);
  const call = headers?.type === "ObjectProperty" ? code.tree.parent(code.tree.parent(headers) ?? headers) : undefined;
  const isOf = headers?.type === "ObjectProperty" && propertyName(code, headers.key, headers.computed) === "headers";
  const isSent = isOf && call && optionsOfRequest(code, call) === code.tree.parent(headers);
  return isSent && isCall(call) && covers(loop, call) && namesGiven(code, call).length > 0 ? call : undefined;
}

/**
 * Whether a loop asks for the same each time, and again behind the site alone: what its request is made of is known
 * before the loop and changed by nothing in it, and no other way leads back to its beginning.
 */
function isSameEachTime(code: Code, request: Call, token: Binding, loop: Node, target: Node): boolean {
  if (!/^(?:For|While)Statement$/.test(loop.type) || !("body" in loop) || !isOnlyWayBack(code, loop, target))
    return false;
  const used = rootsOf(code, request);
  let isSame = used !== undefined;
  code.tree.walk(loop, (node) => {
    if (isFunction(node) || node.type === "YieldExpression") isSame &&= node.type === "YieldExpression";
    if (node.type === "AssignmentExpression") isSame &&= node.left === target;
    if (node.type === "UpdateExpression" || (node.type === "UnaryExpression" && node.operator === "delete"))
      isSame &&= !used?.some((each) => each === rootOf(code, node.argument));
    if (isCall(node) && node !== request && !covers(request, node))
      isSame &&= isExchange(code, node) || !isGivenAny(code, node, used ?? []);
    return isSame;
  });
  const around = code.tree.functionAround(loop);
  const isOfRun = (each: Binding) =>
    code.tree.functionAround(each.identifier) === around ||
    (isFunction(each.declaration) && coreOf(each.declaration) === around);
  const isBefore = (each: Binding) =>
    each === token ||
    (isNeverWritten(code, each) &&
      !covers(loop, each.identifier) &&
      (isOfRun(each) || constantText(code, each.identifier) !== undefined));
  return isSame && used?.every(isBefore) === true;
}

/** Whether the only way back to the beginning of a loop leads over a node: behind it, or by the end behind all else that leaves. */
function isOnlyWayBack(code: Code, loop: Node, target: Node): boolean {
  const body = "body" in loop ? (loop.body as Node) : undefined;
  const last = body?.type === "BlockStatement" ? body.body.at(-1) : undefined;
  const own = last && covers(last, target) && last.type === "ExpressionStatement";
  if (!body || !last || !(own || /^(?:Return|Throw)Statement$/.test(last.type))) return false;
  return code.tree.own(body, "ContinueStatement").every((each) => {
    const block = code.tree.parent(each);
    const isBehind = startOf(each) >= endOf(target) && block?.type === "BlockStatement" && covers(block, target);
    return (
      isBehind &&
      !each.label &&
      block.body.some(({ type, start }) => type === "ExpressionStatement" && start === startOf(target))
    );
  });
}

/** The names that a request is made of; undefined where it is made of more than these and their parts. */
function rootsOf(code: Code, request: Call): readonly Binding[] | undefined {
  const found: Binding[] = [];
  let isPlain = true;
  code.tree.walk(request, (node) => {
    if (node === request.callee) return false;
    if (isCall(node) && node !== request) isPlain &&= methodOf(code, node.callee) === undefined && isTextOf(code, node);
    if (isMember(node)) isPlain &&= !node.computed || node.property.type === "StringLiteral";
    if (/^(?:New|Await|Yield|TaggedTemplate|Assignment|Update)Expression$/.test(node.type) || isFunction(node))
      isPlain = false;
    const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
    if (binding) found.push(binding);
    return isPlain;
  });
  return isPlain ? found : undefined;
}

/** `JSON.stringify(payload)`, `encodeURIComponent(id)`. */
const isTextOf = (code: Code, call: Node): boolean =>
  isCall(call) && call.arguments.length === 1 && libraryOf(code, call.callee)?.keepsText === true;

function rootOf(code: Code, path: Node): Binding | undefined {
  let node = unwrap(path);
  while (isMember(node)) node = unwrap(node.object);
  return node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
}

/** Whether a call is one of a method of some names, or is given them. */
function isGivenAny(code: Code, call: Node, names: readonly Binding[]): boolean {
  if (!isCall(call)) return false;
  const parts = [call.callee, ...call.arguments].map((each) => rootOf(code, each));
  return parts.some((each) => each !== undefined && names.includes(each));
}

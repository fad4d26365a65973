import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { type Node, startOf } from "../parse/tree.ts";
import { callTaking, copiesRecords, roleOf } from "./calls.ts";
import { calledFunction, parametersOf } from "./functions.ts";
import { askedOfThis } from "./given-this.ts";
import { classOfObject } from "./instances.ts";
import { makesParameters } from "./library/lookup.ts";
import { expressionNamed, type RequestUse, requestUseOf } from "./request-use.ts";
import { isSteady, namesOfRecord, placeOf } from "./same-records.ts";
import { searchedFor } from "./searched.ts";
import { type Call, isCall, isMember, type Member, memberName, pathOf, propertyName, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import { lastName, type Written } from "./written.ts";

/** The path of a sink that keeps its value. */
export function sinkPath(code: Code, { target, holder, property }: Written): string | undefined {
  if (!holder) return pathOf(code, target);
  const object = pathOf(code, holder);
  return object && `${object}.${property ?? lastName(code, target)}`;
}

/** What becomes of what a sink keeps. */
export function useOf(code: Code, { target, holder, property }: Written, path: string | undefined): RequestUse {
  const name = (holder && property) ?? lastName(code, target);
  if (name === undefined || path === undefined) return "unseen";
  const node = unwrap(target);
  if (isMember(node) && isPassedWhole(code, node)) return "request";
  const record = holder ?? (isMember(node) && isMember(node.object) && name === "scope" ? node.object : undefined);
  if (record && isHolderPassed(code, record, name)) return "request";
  if (isMember(node) && (isAskedByClass(code, node, name) || askedOfThis(code, node) !== undefined)) return "request";
  const use = requestUseOf(code, path, name, searchedFor(code, target));
  return use !== "request" && isAskedByOtherName(code, holder ?? target, holder ? [name] : []) ? "request" : use;
}

/** Whether the class of an object asks for its field: `grant.scope = scope`, and `this.scope` in a method of `Grant`. */
function isAskedByClass(code: Code, member: Member, name: string): boolean {
  const owner = isThis(pathOf(code, member.object)) ? undefined : classOfObject(code, member);
  return owner !== undefined && requestUseOf(code, `this.${name}`, name, owner) === "request";
}

/** Whether a record is asked for its scope where another name leads to it: `start(context)`, `this.#tenant(id).scope`. */
const isAskedByOtherName = (code: Code, place: Node, rest: readonly string[]): boolean =>
  namesOfRecord(code, place, rest).some((known, at) => {
    const { name, path, within } = placeOf(known);
    return at > 0 && requestUseOf(code, path, name, within) === "request";
  });

/** `options.scope = scope; await auth(provider, options)`: the record itself is handed to the authorization call. */
function isPassedWhole(code: Code, member: t.MemberExpression | t.OptionalMemberExpression): boolean {
  const object = unwrap(member.object);
  const name = memberName(code, member);
  if (object.type !== "Identifier" || name === undefined) return false;
  const binding = code.bindings.resolve(object);
  // What a parameter is given later is another record than the one that its function was called with.
  if (!binding || (binding.kind === "parameter" && !isSteady(code, binding))) return false;
  return code.answers.ofBoth(isPassedWhole, binding, name, () =>
    (code.bindings.references(binding) ?? []).some((reference) => {
      const call = takingWhole(code, reference, name);
      if (!call || call.callee === reference) return false;
      if (name === "scope" && roleOf(code, call) === "authorization") return true;
      return isSteady(code, binding) && isAskedWithin(code, call, reference, name);
    }),
  );
}

/**
 * The call that is given a record itself, or a copy of it that keeps one of its properties: `auth(provider, { ...link })`,
 * `new URLSearchParams({ client_id, ...link })`.
 */
function takingWhole(code: Code, record: Node, name: string): Call | t.NewExpression | undefined {
  const parent = code.tree.parent(record);
  if (isCall(parent) && !copiesRecords(code, parent)) return parent;
  const copy = parent?.type === "SpreadElement" ? code.tree.parent(parent) : parent;
  if (!copy || (copy.type !== "ObjectExpression" && !isCall(copy))) return undefined;
  const isReplaced =
    copy.type === "ObjectExpression" &&
    copy.properties.some(
      (each) =>
        each.type === "ObjectProperty" &&
        startOf(each) > startOf(record) &&
        propertyName(code, each.key, each.computed) === name,
    );
  const call = isReplaced ? undefined : callTaking(code, copy);
  return isCall(call) || (call && makesParameters(call.callee)) ? call : undefined;
}

/** `await reconnect(link)`, where that function of the file asks for `link.scope`. */
function isAskedWithin(code: Code, call: Call | t.NewExpression, argument: Node, name: string): boolean {
  const target = calledFunction(code, call);
  const at = (call.arguments as readonly Node[]).indexOf(argument);
  const parameter = target && parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
  return (
    target !== undefined &&
    parameter !== undefined &&
    requestUseOf(code, `${parameter.binding.id}.${name}`, name, target) === "request"
  );
}

/** Whether the object whose scope is replaced is handed to an authorization call, whole or spread among its options. */
function isHolderPassed(code: Code, holder: Node, property: string): boolean {
  const path = pathOf(code, holder);
  const name = lastName(code, holder);
  const within = code.tree.classAround(holder) ?? code.tree.program;
  return ((name && code.bindings.mentions(name, within)) || []).some((mention) => {
    const read = expressionNamed(code, mention);
    if (!read || pathOf(code, read) !== path) return false;
    const call = takingWhole(code, read, property);
    return call !== undefined && call.callee !== read && roleOf(code, call) === "authorization";
  });
}

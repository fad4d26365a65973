import type * as t from "@babel/types";
import type { Code } from "../../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node, startOf } from "../../parse/tree.ts";
import { setterOf } from "../accessors.ts";
import { isAuthorization } from "../authorization.ts";
import { callTaking } from "../calls.ts";
import { namesScope } from "../origins.ts";
import { partsNamed } from "../parts.ts";
import { coreOf, isClass, isDeferred } from "../shells.ts";
import { constantText, isMember, type Member, propertyName, unwrap } from "../syntax.ts";
import { classesBelow, methodsShown, usesOf } from "../uses.ts";
import { lastName, type Written } from "../written.ts";
import { isAwaited, type Part, placesFilled } from "./adds-all.ts";
import type { KeptPlace } from "./kept-places.ts";
import { isKeptWhole } from "./kept-whole.ts";
import { isLasting } from "./lasting.ts";

/** Whether a sink is a setter of this file that joins what it is given with what it keeps. */
export function setterJoins(code: Code, target: Node): boolean {
  const member = unwrap(target);
  const setter = setterOf(code, member);
  if (!setter || !isMember(member) || isOverridden(code, setter)) return false;
  return joins(code, setter, { index: 0 }) && isLasting(code, member.object);
}

/** Whether a class below has an accessor of its own in the place of one. */
function isOverridden(code: Code, setter: t.ClassMethod | t.ClassPrivateMethod | t.ObjectMethod): boolean {
  const owner = code.tree.parent(code.tree.parent(setter) ?? setter);
  const name = propertyName(code, setter.key, "computed" in setter && setter.computed === true);
  return (
    isClass(owner) &&
    name !== undefined &&
    classesBelow(code, owner).some((each) => partsNamed(code, each, name).length > 0)
  );
}

/**
 * Whether a call runs a method of a class of this file that does nothing with a scope but add it to a field of its
 * object, which nothing empties, and asks for all of that: `this.wanted.apply(scope)`, `session.signIn({ scope })`.
 */
export function methodJoins(code: Code, written: Written): boolean {
  const callee = written.call && unwrap(written.call.callee);
  const part = isMember(callee) ? givenPart(code, written) : undefined;
  const run = part ? methodsShown(code, callee as Member) : [];
  const isWaitedFor = written.call !== undefined && isAwaited(code, written.call);
  const areJoining = run.length > 0 && part !== undefined && run.every((each) => joins(code, each, part, isWaitedFor));
  return areJoining && isMember(callee) && isLasting(code, callee.object);
}

/** Which argument of a call a scope is, or in which it is a property: the only one that is given, or one of a record. */
export function givenPart(code: Code, { call, kind, target }: Written): Part | undefined {
  if (!call) return undefined;
  if (kind === "call") return call.arguments.length === 1 ? { index: 0 } : undefined;
  const record = kind === "argument" || kind === "record" ? code.tree.parent(target) : undefined;
  const name = record && lastName(code, target);
  const index = call.arguments.findIndex((each) => unwrap(each) === record);
  return record && index >= 0 && name !== undefined ? { index, name } : undefined;
}

/** Whether a function puts all that it is given to what a place holds that is never emptied, and asked for as a whole. */
export const joins = (code: Code, target: FunctionNode, part: Part, isWaitedFor = false): boolean => {
  const places = placesFilled(code, target, part) ?? [];
  const isInTime = (at: Node) => isWaitedFor || !isDeferred(target) || !isBehindWait(code, target, at);
  return (
    places.length > 0 &&
    places.every((each) => isInTime(each.at) && isKeptWhole(code, each) && !asksApart(code, target, each.place))
  );
};

/**
 * Whether the class of a method also asks for a scope that is never put where the others are, as a first login does: what
 * is granted for that is not in what is asked for next.
 */
function asksApart(code: Code, target: FunctionNode, place: KeptPlace): boolean {
  const owner = code.tree.classAround(coreOf(target).body);
  let found = false;
  if (owner)
    code.tree.walk(owner, (node) => {
      found ||= node.type === "ObjectProperty" && isOtherScope(code, node, place);
      return !found;
    });
  return found;
}

/** Whether a property is the scope of an authorization, a constant or a parameter, in a function that knows nothing of a place. */
function isOtherScope(code: Code, property: t.ObjectProperty, place: KeptPlace): boolean {
  if (!namesScope(propertyName(code, property.key, property.computed))) return false;
  const value = unwrap(property.value);
  const binding = value.type === "Identifier" ? code.bindings.resolve(value) : undefined;
  // What the file calls is given what the place holds.
  const maker = binding?.kind === "parameter" && isFunction(binding.declaration) ? binding.declaration : undefined;
  const isGiven = maker !== undefined && (usesOf(code, maker)?.mentions ?? []).length === 0;
  const isOther = isGiven || (constantText(code, value) ?? "").trim() !== "";
  const around = isOther ? code.tree.functionAround(property) : undefined;
  if (!around || place.uses.some((use) => covers(around, use))) return false;
  const call = callTaking(code, property);
  return call !== undefined && isAuthorization(code, call);
}

/** Whether a function waits for something before it comes to a place, so that its caller goes on before. */
const isBehindWait = (code: Code, target: FunctionNode, at: Node): boolean =>
  code.tree
    .own(coreOf(target).body, "AwaitExpression", "YieldExpression")
    .some((each) => startOf(each) < startOf(at) || !covers(target, at));

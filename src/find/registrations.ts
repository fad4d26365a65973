import type * as t from "@babel/types";
import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { ERROR_CODE_IN_SOURCE, REGISTERING } from "../rules/names.ts";
import { listOf, statusKinds } from "./comparisons.ts";
import { isErrorCode } from "./error-code.ts";
import { type Facts, NOTHING, type Test } from "./facts.ts";
import { methodOf } from "./functions.ts";
import { calledBefore, guardBeside } from "./guarded-entries.ts";
import { classOfValue } from "./instances.ts";
import { INSUFFICIENT, isStepUp, type Kinds, STATUS_403 } from "./kinds.ts";
import { predicateTruth } from "./predicates.ts";
import { functionGiven } from "./shells.ts";
import {
  type Call,
  constantNumber,
  constantText,
  constantValue,
  frozen,
  isCall,
  isMember,
  memberName,
  pathOf,
  propertyName,
  unwrap,
} from "./syntax.ts";

/** The error code where it is a key, or one of several values. */
const CODE_BESIDE = new RegExp(`${ERROR_CODE_IN_SOURCE.source}["'\`]?\\s?[:,\\]]`, "gi");

/**
 * What is likely in a function that is kept under the error code, in a table or by a registration: that it answers the
 * challenge that it is given. Who chooses it is not seen.
 *
 * @param holder what holds the function: an object, a property, an assignment, a list or a call
 */
export function registeredFacts(code: Code, holder: Node, child: Node): Facts | undefined {
  const given = unwrap(child);
  const target = functionGiven(code, given);
  if (!target) return undefined;
  const key = keyOf(code, holder, given);
  if (key) return likely(code, target, key, [...keysLookedUp(code, holder), ...matched(holder)]);
  const guard = guardBeside(code, given);
  return guard ? likely(code, target, guard, []) : statusFacts(code, holder, target);
}

/** The same of a function that is registered for statuses, a 403 among them: `host.onStatus([401, 403], (response) => …)`. */
function statusFacts(code: Code, holder: Node, target: FunctionNode): Facts | undefined {
  if (!isCall(holder) || !isRegistering(code, holder)) return undefined;
  for (const each of holder.arguments) {
    const kinds = isFunction(each) ? undefined : kindsListed(code, each);
    if (kinds !== undefined && (kinds & STATUS_403) !== 0) {
      const given = target.params.flatMap((parameter) => boundNames(parameter));
      const tests = given.map((subject): Test => ({ node: each, kind: "switch-case", subject, ofErrorCode: false }));
      return { ...NOTHING, kinds, tests: [{ node: target, kind: "callers", ofErrorCode: false }, ...tests] };
    }
  }
  return undefined;
}

/** What answers have the statuses of a list that is written out, or of a single one. */
function kindsListed(code: Code, statuses: Node): Kinds | undefined {
  const node = unwrap(statuses);
  const listed = membersListed(code, node) ?? [node];
  const numbers = listed.map((each) => constantNumber(code, each));
  const areStatuses = numbers.every((each) => each !== undefined && each >= 100 && each < 600);
  return areStatuses ? numbers.reduce((kinds: Kinds, each) => kinds | statusKinds(each ?? 0), 0) : undefined;
}

/** The members of a list of constants, or of `Object.values(…)` of a record of such. */
function membersListed(code: Code, list: Node): readonly Node[] | undefined {
  const [record] = isCall(list) && pathOf(code, list.callee) === "Object.values" ? list.arguments : [];
  if (!record) return listOf(code, list);
  const held = record.type === "Identifier" ? constantValue(code, record) : record;
  const made = held && frozen(code, held);
  return made?.type === "ObjectExpression"
    ? made.properties.map((each) => (each.type === "ObjectProperty" ? each.value : each))
    : undefined;
}

/** The same of a method of a class whose object is kept so: `{ insufficient_scope: new StepUp(client) }`. */
export function strategyEntry(code: Code, entered: FunctionNode): Facts | undefined {
  if (entered.type !== "ClassMethod" || entered.kind !== "method" || entered.static) return undefined;
  const owner = code.tree.classAround(entered);
  const name = propertyName(code, entered.key, entered.computed);
  const kept = owner && name !== undefined ? strategies(code).get(owner) : undefined;
  const isRun = kept?.others.every((other) => methodOf(code, other, name as string) !== undefined);
  return kept && isRun ? likely(code, entered, kept.key, []) : undefined;
}

/** An object that is kept: what says for which code, and the classes of those that are kept beside it. */
interface Strategy {
  readonly key: Node;
  readonly others: readonly t.Class[];
}

/** The classes of which an object is kept under the error code, and what says that. */
const strategies = (code: Code): ReadonlyMap<t.Class, Strategy> =>
  code.answers.of(strategies, code, () => {
    const found = new Map<t.Class, Strategy>();
    for (const key of keysIn(code)) {
      const holder = code.tree.parent(key);
      const values = holder?.type === "ObjectProperty" ? [holder.value] : partsBeside(holder, key);
      for (const value of values) {
        const owner = classOfValue(code, value);
        if (owner && holder && keyOf(code, holder, value) === key)
          found.set(owner, { key, others: classesBeside(code, holder) });
      }
    }
    return found;
  });

/** The classes of the other values of the object literal that a property is part of: what all have is what is called. */
function classesBeside(code: Code, property: Node): readonly t.Class[] {
  const record = property.type === "ObjectProperty" ? code.tree.parent(property) : undefined;
  const others = record?.type === "ObjectExpression" ? record.properties.filter((each) => each !== property) : [];
  return others.flatMap((each) => (each.type === "ObjectProperty" && classOfValue(code, each.value)) || []);
}

/** The mentions of the error code beside which something may be kept. */
const keysIn = (code: Code): readonly Node[] =>
  [...code.source.matchAll(CODE_BESIDE)]
    .map(({ index }) => code.tree.at(index))
    .filter(({ type }) => type === "StringLiteral" || type === "Identifier");

/** What else is in a list, or given to a call. */
function partsBeside(holder: Node | undefined, key: Node): readonly Node[] {
  const parts: readonly (Node | null)[] =
    holder?.type === "ArrayExpression" ? holder.elements : isCall(holder) ? holder.arguments : [];
  return parts.flatMap((part) => (part && part !== key ? [part] : []));
}

/** What is likely in a function that is kept under a key: that it is given the challenge. */
function likely(code: Code, target: FunctionNode, key: Node, beside: readonly Node[]): Facts {
  const given = target.params
    .flatMap((parameter) => boundNames(parameter))
    .filter((name) => !isWrittenInto(code, name));
  const subjects = given.length > 0 ? given : beside;
  const tests = subjects.map((subject): Test => ({ node: key, kind: "switch-case", subject, ofErrorCode: true }));
  return { ...NOTHING, kinds: INSUFFICIENT, tests: [{ node: target, kind: "callers", ofErrorCode: false }, ...tests] };
}

/** Whether a call registers what it is given, by its name. */
function isRegistering(code: Code, call: Call): boolean {
  const callee = unwrap(call.callee);
  const name = isMember(callee) ? memberName(code, callee) : callee.type === "Identifier" ? callee.name : undefined;
  return name !== undefined && REGISTERING.test(name);
}

/** What says the error code beside a function, or beside an object whose methods are meant. */
function keyOf(code: Code, holder: Node, target: Node): Node | undefined {
  switch (holder.type) {
    case "ObjectExpression":
      return target.type === "ObjectMethod" && target.kind === "method" ? named(code, target) : undefined;
    case "ObjectProperty":
      return holder.value === target ? named(code, holder) : undefined;
    case "AssignmentExpression":
      return isMember(holder.left) && isErrorCode(memberName(code, holder.left)) ? holder.left.property : undefined;
    case "ArrayExpression": {
      const [key, value, ...others] = holder.elements;
      return key && value === target && others.length === 0 ? ofErrorCode(code, key) : undefined;
    }
    case "CallExpression":
    case "OptionalCallExpression": {
      if (!isRegistering(code, holder)) return undefined;
      const others = holder.arguments.filter((each) => each !== target);
      return others.flatMap((each) => ofErrorCode(code, each) ?? [])[0];
    }
    default:
      return undefined;
  }
}

const named = (code: Code, { key, computed }: { key: Node; computed?: boolean | null }): Node | undefined =>
  isErrorCode(propertyName(code, key, computed ?? false)) ? key : undefined;

/** The error code, a pattern that asks for it, as `{ error: P.union("insufficient_scope", …) }`, or a predicate of it. */
function ofErrorCode(code: Code, key: Node): Node | undefined {
  const pattern = unwrap(key);
  if (isFunction(pattern)) return isStepUp(predicateTruth(code, pattern).yes.kinds) ? pattern : undefined;
  const parts =
    pattern.type === "ObjectExpression"
      ? pattern.properties.flatMap((part) => (part.type === "ObjectProperty" ? [part.value] : []))
      : [key];
  const texts = parts.flatMap((part): readonly Node[] => (isCall(part) ? part.arguments : [part]));
  return texts.find((each) => isErrorCode(constantText(code, each)));
}

/** What is matched by the patterns of a chain: `error` of `match(error).with("insufficient_scope", () => …)`. */
function matched(holder: Node): readonly Node[] {
  if (!isCall(holder)) return [];
  let root: Call = holder;
  for (let before = calledBefore(root); before; before = calledBefore(root)) root = before;
  return root === holder ? [] : root.arguments;
}

/** What the entries of a constant table are looked up by: `actions[challenge.error]`. */
function keysLookedUp(code: Code, holder: Node): readonly Node[] {
  const table = holder.type === "ObjectProperty" ? code.tree.parent(holder) : holder;
  const declarator = table && code.tree.parent(table);
  if (isMember(declarator) && declarator.object === table && declarator.computed) return [declarator.property];
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") return [];
  const binding = code.bindings.resolve(declarator.id);
  return ((binding && code.bindings.references(binding)) ?? []).flatMap((mention) => {
    const member = code.tree.parent(mention);
    return isMember(member) && member.object === mention && member.computed ? [member.property] : [];
  });
}

/** Whether a parameter gets members written: it is what the handler works for, and no challenge. */
function isWrittenInto(code: Code, name: Node): boolean {
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  return ((binding && code.bindings.references(binding)) ?? []).some((reference) => {
    let member = code.tree.parent(reference);
    while (isMember(member) && isMember(code.tree.parent(member))) member = code.tree.parent(member);
    const parent = isMember(member) ? code.tree.parent(member) : undefined;
    if (parent?.type === "AssignmentExpression") return parent.left === member;
    return isCall(parent) && parent.callee === member;
  });
}

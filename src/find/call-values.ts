import type * as t from "@babel/types";
import { boundNames } from "../parse/bindings.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import {
  type Alternative,
  CHALLENGED,
  CONSTANT,
  cut,
  holdsScope,
  leaf,
  merged,
  OTHER,
  paired,
  UNKNOWN,
  under,
} from "./alternatives.ts";
import { filtersWhole, mapsWhole, reducesWhole } from "./callbacks.ts";
import { copiesRecords, lacksHelper, picks } from "./calls.ts";
import { elementAt, elementsGiven, part } from "./elements.ts";
import { pathsOf } from "./emptiness.ts";
import { regexSource } from "./error-code.ts";
import { both, type Facts, NOTHING } from "./facts.ts";
import { methodOfField } from "./field-methods.ts";
import { calledFunction, parametersOf, returnedValues } from "./functions.ts";
import { isOrder } from "./given-on.ts";
import { joins } from "./joining/joins.ts";
import { leafOf } from "./leaf.ts";
import { libraryOf, methodOf } from "./library/lookup.ts";
import type { Method } from "./library/row.ts";
import { namesScope, originOf } from "./origins.ts";
import { resultFromElsewhere } from "./outside.ts";
import { type Environment, OWN, type Passed, type Reader } from "./reader.ts";
import { comesFrom } from "./sources.ts";
import { type Call, constantText, isCall, isMember, type Member, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";
import { isOfTokenCache } from "./token-caches.ts";
import { keepsText, unread } from "./unread.ts";
import { isOverridden } from "./uses.ts";
import { valueMethod } from "./value-classes.ts";

/** The values that a call may have. */
export function valuesOfCall(reader: Reader, call: Call): readonly Alternative[] {
  const callee = unwrap(call.callee);
  // A compiler's helper for a spread is read by what it does, not by how.
  if (copiesRecords(reader.code, call)) return reader.combine(call.arguments);
  // It gives a token, and nothing of what it is given.
  if (isOfTokenCache(reader.code, call)) return [leaf(CONSTANT)];
  const made = isMember(callee) ? valuesOfMethod(reader, call, callee) : undefined;
  const found = made ?? valuesOfFunction(reader, call);
  if (found) return found;
  const result = resultFromElsewhere(reader.code, call, (values) => reader.combine(values));
  if (result) return result;
  // `join(previous)(scope)`
  const earlier = isCall(callee) ? callee.arguments : [];
  const passed = reader.combine([...earlier, ...call.arguments]);
  // The record of an address's parameters is judged where it is made, as that of a `URLSearchParams`.
  if (libraryOf(reader.code, callee)?.makes === "parameters") return passed;
  if (!passed.some(holdsScope)) return [leafOf(reader.question, call)];
  if (lacksHelper(reader.code, call)) return unread(call, passed.map(challengeOf));
  const given = keepsText(reader.code, call) ? passed : unread(call, passed);
  return picks(reader.code, call) || isMath(callee) ? cut(given) : given;
}

/** The values of what comes back for what a `yield` hands out: the same, unless that is an order. */
export function valuesOfYield(reader: Reader, node: t.YieldExpression): readonly Alternative[] {
  if (!node.argument) return [leaf(UNKNOWN)];
  return isOrder(reader.code, node.argument) ? [leafOf(reader.question, node)] : reader.read(node.argument);
}

/** What is challenged of a value, whatever else may be in it. */
const challengeOf = (value: Alternative): Alternative => ({ ...value, parts: value.parts & CHALLENGED, kept: [] });

/** What a class makes of what it is given: of one that is not read, nothing is known. */
export function valuesOfNew(reader: Reader, made: t.NewExpression): readonly Alternative[] {
  const given = reader.combine(made.arguments);
  return keepsText(reader.code, made) ? given : unread(made, given);
}

const isMath = (callee: Node): boolean =>
  isMember(callee) && callee.object.type === "Identifier" && callee.object.name === "Math";

/** The values of a method that text, lists and Sets have; undefined for any other. */
function valuesOfMethod(reader: Reader, call: Call, callee: Member): readonly Alternative[] | undefined {
  const [first, second] = call.arguments;
  const receiver = callee.object;
  // `Array.from(list, (each) => …)`
  if (libraryOf(reader.code, callee)?.makes === "list" && second && first && memberName(reader.code, callee) === "from")
    return wholeOrCut(reader, first, mapsWhole(reader, second));
  const method = methodOf(reader.code, callee);
  // What is put together may get its scope from what is given alone.
  if (method?.keeps === "joined" && !method.changes && !method.isOnce)
    return reader.combine([receiver, ...call.arguments]);
  if (method?.keeps === "gathered") return reducing(reader, call, receiver);
  return method?.keeps && reader.read(receiver).some(holdsScope) ? keptBy(reader, call, receiver, method) : undefined;
}

/** What a method keeps of a text, list or Set that holds a scope. */
function keptBy(
  reader: Reader,
  call: Call,
  receiver: Node,
  { keeps, place }: Method,
): readonly Alternative[] | undefined {
  const [first] = call.arguments;
  switch (keeps) {
    case "all":
      return reader.read(receiver);
    case "joined":
      return reader.combine([receiver, ...call.arguments]);
    case "each":
      return wholeOrCut(reader, receiver, mapsWhole(reader, first));
    case "passing":
      return wholeOrCut(reader, receiver, filtersWhole(reader, first));
    case "unlimited":
      return wholeOrCut(reader, receiver, call.arguments.length < 2);
    case "replaced":
      return replacesBlanks(reader, call) ? reader.read(receiver) : replaced(reader, call, receiver);
    case "range":
      return part(reader, receiver, call);
    case "place":
      return elementAt(reader, receiver, place ?? first);
    case "one":
      return cut(reader.read(receiver));
    case "some":
      return cut(reader.combine([receiver, ...call.arguments]));
    default:
      return undefined;
  }
}

function wholeOrCut(reader: Reader, value: Node, isWhole: boolean): readonly Alternative[] {
  const all = reader.read(value);
  return isWhole ? all : cut(all);
}

function reducing(reader: Reader, call: Call, receiver: Node): readonly Alternative[] {
  const [reducer, ...initial] = call.arguments;
  const all = reader.combine([receiver, ...initial]);
  return reducesWhole(reader, reducer) ? all : cut(all);
}

/** Whether `replace` takes away or puts in nothing but blanks and separators. */
function replacesBlanks({ code }: Reader, { arguments: [sought, text] }: Call): boolean {
  if (!sought || !text || !/^[\s,+;|]*$/.test(constantText(code, text) ?? "x")) return false;
  const pattern = regexSource(code, sought) ?? constantText(code, sought);
  return pattern !== undefined && !/[\p{L}\p{N}.]/u.test(pattern.replace(/\\[stnrb]/g, "").replace(/\{[\d,]+\}/g, ""));
}

function replaced(reader: Reader, { arguments: [, text] }: Call, receiver: Node): readonly Alternative[] {
  const all = cut(reader.read(receiver));
  return text ? paired(all, reader.combine([text])) : all;
}

/** The values of a call of a function of this file. */
function valuesOfFunction(reader: Reader, call: Call): readonly Alternative[] | undefined {
  const called = calledFunction(reader.code, call);
  const method = called ?? methodOfField(reader.code, call);
  // A method that adds what it is given to what its object keeps: `for (const each of more.split(" ")) this.held.push(each)`.
  if (method && isMember(call.callee) && joins(reader.code, method, { index: 0 }))
    return paired(reader.combine(call.arguments), [leaf(OTHER)]);
  // A value of its own, that a field holds: what it makes of itself and of another is read.
  const target = called ?? (ownGiven(reader, call) ? valueMethod(reader.code, call.callee, method) : undefined);
  if (!target) return undefined;
  const returned = returnedValues(reader.code, target);
  if (!returned) return unread(call, cut(reader.combine(call.arguments)));
  const env = passedTo(reader, call, target);
  const inner = reader.inside(env);
  const found = returned.flatMap(({ value, facts }) => (value ? under(facts, inner.read(value)) : [leaf(0)]));
  const own = found.some(({ parts }) => (parts & ~(UNKNOWN | OTHER)) !== 0) ? undefined : readOfChallenge(reader, call);
  if (own) return own;
  // What a value of its own only looks at may be left out, or in.
  const isLookedAt = !called && !found.some(({ parts }) => (parts & CHALLENGED) !== 0);
  if (isLookedAt || !found.some(({ parts }) => (parts & ~UNKNOWN) !== 0)) return unreadable(reader, call);
  const given = found.map((each) => ({ ...each, facts: asPassed(inner, call, target, each.facts) }));
  // What the method of a class below gives is read nowhere.
  return isOverridden(reader.code, call) ? unread(call, given) : given;
}

/** Of what a function of this file makes in a way that is not read, the scopes that it is given may be left out. */
function unreadable(reader: Reader, call: Call): readonly Alternative[] | undefined {
  const passed = reader.combine(call.arguments);
  return passed.some(holdsScope) ? unread(call, cut(passed)) : undefined;
}

/** What an object of the file that is made of the challenge gives as its scope: `challenge.getScope()`. */
function readOfChallenge({ code, question }: Reader, call: Call): readonly Alternative[] | undefined {
  const callee = unwrap(call.callee);
  if (!isMember(callee) || !namesScope(memberName(code, callee))) return undefined;
  const isOfChallenge = comesFrom(originOf(code, callee.object), question.challenge);
  return isOfChallenge ? unread(call, [{ ...leaf(CHALLENGED), challenged: call }]) : undefined;
}

/** What a call passes for the parameters of a function of this file. */
function passedTo(reader: Reader, call: Call, target: FunctionNode): Environment {
  const env = new Map<string, Passed>();
  const own = target.type === "ClassMethod" ? ownGiven(reader, call) : undefined;
  if (own) env.set(OWN, { values: own });
  const given = elementsGiven(reader, call.arguments);
  for (const { binding, index, isRest, initial } of parametersOf(reader.code, target)) {
    if (!given) env.set(binding.id, { values: cut(reader.combine(call.arguments)) });
    else if (isRest) env.set(binding.id, { values: merged(given.slice(index)), elements: given.slice(index) });
    else env.set(binding.id, { values: merged([given[index] ?? (initial ? reader.read(initial) : [leaf(0)])]) });
  }
  return env;
}

/** What an object holds whose method is called, where that is a scope: `this.scope.plus(challenged)`. */
function ownGiven(reader: Reader, { callee }: Call): readonly Alternative[] | undefined {
  const object = isMember(callee) ? unwrap(callee.object) : undefined;
  if (!object || isThis(pathOf(reader.code, object))) return undefined;
  const values = reader.read(object);
  return values.some(holdsScope) ? values : undefined;
}

/** Facts that hold where a function returns, told of what it was passed: where a parameter is empty, so is that. */
function asPassed({ code, env, read }: Reader, call: Call, target: FunctionNode, facts: Facts): Facts {
  if (facts.absent.length === 0) return facts;
  const given = call.arguments.some(({ type }) => type === "SpreadElement") ? [] : call.arguments;
  const names = target.params.flatMap((parameter) => boundNames(parameter));
  const absent = names.flatMap((name) => {
    const binding = code.bindings.resolve(name);
    if (!binding || (code.bindings.writes(binding) ?? []).length > 0) return [];
    if (!facts.absent.some((path) => path === binding.id || path.startsWith(`${binding.id}.`))) return [];
    const filled = (env.get(binding.id)?.values ?? read(name)).filter(({ parts }) => (parts & ~CONSTANT) !== 0);
    const argument = facts.absent.includes(binding.id) ? given[target.params.indexOf(name)] : undefined;
    return [...(filled.length === 1 ? (filled[0]?.kept ?? []) : []), ...(argument ? pathsOf(code, argument) : [])];
  });
  return absent.length > 0 ? both(facts, { ...NOTHING, absent }) : facts;
}

import type * as t from "@babel/types";
import { takesRequestKeys } from "../find/calls.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { functionNamed } from "../find/functions.ts";
import { type Kinds, meets } from "../find/kinds.ts";
import { writtenCall, writtenObject } from "../find/lowered.ts";
import { objectWritesBy } from "../find/object-writes.ts";
import { testedSources } from "../find/origins.ts";
import { coreOf, paramsOf } from "../find/shells.ts";
import {
  type Call,
  constantText,
  isCall,
  isMember,
  memberName,
  pathOf,
  propertyValue,
  unwrap,
} from "../find/syntax.ts";
import { isThis, thisKey } from "../find/this.ts";
import { calledFunctions, usesOf } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, type Node, startOf } from "../parse/tree.ts";
import { CLEARING, CREDENTIALS, HARMLESS, LEAVING } from "../rules/names.ts";
import { memoryOf } from "./change.ts";
import { isEmptied, isEmpty } from "./emptied.ts";
import { otherPaths } from "./holders.ts";
import { linksBefore } from "./links-before.ts";
import { namesInConstructor } from "./names-in-constructor.ts";
import type { Asked } from "./obligations/obligation.ts";
import { isOnTheWay } from "./on-the-way.ts";
import { isOfOtherAnswer } from "./other-answer.ts";
import { resultUse } from "./outside-state.ts";
import { frameOfSink } from "./owners/frames.ts";
import { runsOf } from "./runs.ts";
import { assignedIn, bodyOf, type Surroundings } from "./state.ts";

/** Where something is lost, and how certain it is that it is gone. */
export type Loss = { readonly node: Node; readonly isCertain: boolean };

/** What must still be there, and where it is read. */
interface Kept {
  readonly code: Code;
  /** The paths of what holds it: the provider, or the sink; and of the objects above it. */
  readonly paths: ReadonlySet<string>;
  /** Whether it is what a provider stores: then its methods may clear it, and so may stores that are named for it. */
  readonly isStore: boolean;
  /** The answers that lead to the read. */
  readonly kinds: Kinds;
}

/**
 * What takes the granted or the previous scope away between the challenge and the place where it is read for the union:
 * `provider.invalidateCredentials("tokens")`, `this.scope = undefined`, a method of the class that does so.
 */
export function lossBefore(asked: Asked): Loss | undefined {
  const { candidate, tokens } = asked;
  const site = candidate.node;
  const previous =
    candidate.path === undefined ? undefined : lossOnTheWay(asked, site, keptAt(asked, candidate.path, false));
  if (previous || (tokens.kind !== "statement" && tokens.kind !== "inline")) return previous;
  const read = tokens.kind === "statement" ? tokens.place.before : site;
  const kept = keptAt(asked, tokens.provider.path, true);
  const loss = lossOnTheWay(asked, read, kept);
  if (loss || isRemembered(asked)) return loss;
  // Where nothing else remembers the scope, what is cleared behind the read is lost to another request.
  const later = lossOnTheWay(asked, site, kept);
  return later?.isCertain ? later : undefined;
}

/** Whether something holds the scope from one request to the next. */
function isRemembered({ code, candidate, known }: Asked): boolean {
  const memory = memoryOf(code, candidate, known);
  const run = code.tree.functionAround(candidate.node);
  return memory !== undefined && (!run || !covers(run, frameOfSink(code, memory).within));
}

/** What takes away what a path holds, or a provider stores, before a place where it is read. */
export const lossOf = (claim: Pick<Asked, "code" | "candidate">, read: Node, path: string, isStore: boolean) =>
  lossOnTheWay(claim, read, keptAt(claim, path, isStore));

function keptAt({ code, candidate }: Pick<Asked, "code" | "candidate">, path: string, isStore: boolean): Kept {
  const others = path === candidate.path ? otherPaths(code, candidate) : [];
  const paths = new Set([path, ...others, ...namesInConstructor(code, candidate.node, path)]);
  for (let at = path.lastIndexOf("."); at > 0; at = path.lastIndexOf(".", at - 1)) {
    const above = path.slice(0, at);
    if (!isThis(above)) paths.add(above);
  }
  return { code, paths, isStore, kinds: candidate.facts.kinds };
}

/** More callers behind each other than a handler has. */
const MOST_CALLERS = 2;

function lossOnTheWay(
  { code, candidate }: Pick<Asked, "code" | "candidate">,
  place: Node,
  kept: Kept,
): Loss | undefined {
  let places: readonly Node[] = [place];
  for (let round = 0; round <= MOST_CALLERS; round++) {
    for (const each of places) {
      const around: Surroundings = code.tree.functionAround(each) ?? code.tree.program;
      const from = challengeStart(code, candidate, around);
      const isBetween = (node: Node) => startOf(node) >= from && endOf(node) <= startOf(each);
      const found = lossesIn(kept, bodyOf(around), 0).find(
        ({ node }) =>
          isBetween(node) && isOnTheWay(code, node, each) && meets(factsAt(code, node).kinds, candidate.facts.kinds),
      );
      if (found) return found;
      const earlier = lossInLinks(kept, each);
      if (earlier && meets(factsAt(code, earlier.node).kinds, candidate.facts.kinds)) return earlier;
    }
    places = places.flatMap((each) => callsOf(code, code.tree.functionAround(each)));
  }
  return undefined;
}

/** What is lost in an earlier link of the chain that hands on the answer. */
function lossInLinks(kept: Kept, place: Node): Loss | undefined {
  for (const { target, maker } of linksBefore(kept.code, place)) {
    const [found] = lossesIn(maker ? within(kept, maker.target, maker.call) : kept, bodyOf(target), 1);
    if (found) return found;
  }
  return undefined;
}

function callsOf(code: Code, target: FunctionNode | undefined): readonly Node[] {
  const uses = target && usesOf(code, target);
  if (uses) return uses.mentions.filter((mention) => !covers(target, mention));
  // A function that is called in place is used by being there.
  const call = target && code.tree.parent(target);
  return target && isCall(call) && call.callee === target ? [target] : [];
}

/** Where a function gets to know of the challenge: where the first of what it was read from is made. */
export function challengeStart(code: Code, { facts }: Candidate, around: Surroundings): number {
  const offsets = code.answers.of(challengeStart, facts.tests, () => {
    const { own, given } = testedSources(code, facts.tests);
    const found = [...own, ...given].flatMap((source) => /^(?!this).*@(\d+)$/.exec(source)?.[1] ?? []);
    return found.map(Number).sort((one, other) => one - other);
  });
  const inside = offsets.find((offset) => startOf(around) <= offset);
  return inside !== undefined && inside < endOf(around) ? inside : startOf(around);
}

const MOST_CALLS = 3;

/** What takes away something kept, in some code and in the functions that it runs. */
function lossesIn(kept: Kept, body: Node, depth: number): readonly Loss[] {
  const { code, isStore, kinds, paths } = kept;
  return code.answers.ofBoth(lossesIn, body, [depth, isStore, kinds, ...paths].join(" "), () =>
    code.tree
      .own(body, "AssignmentExpression", "UnaryExpression", "CallExpression", "OptionalCallExpression")
      .flatMap((node) => {
        const isCertain = lossAt(kept, node, depth);
        return isCertain === undefined ? [] : [{ node, isCertain }];
      }),
  );
}

/** Whether a node certainly takes away what is kept, or may do so; undefined where it does not. */
function lossAt(kept: Kept, node: Node, depth: number): boolean | undefined {
  const { code, kinds, paths } = kept;
  const isKept = (target: Node) => paths.has(pathOf(code, target) ?? "");
  const isNamedLost = lostByName(kept, node);
  if (isNamedLost !== undefined) return isNamedLost;
  if (node.type === "AssignmentExpression") {
    if (!assignedIn(node.left).some(isKept) || isMade(code, node)) return undefined;
    return isEmpty(code, node.right) || replacedBy(kept, node);
  }
  if (node.type === "UnaryExpression") return node.operator === "delete" ? isDeleted(kept, node.argument) : undefined;
  if (!isCall(node)) return undefined;
  const runs = runsOf(code, node);
  if (runs.length > 0 && depth < MOST_CALLS) {
    for (const { target } of runs) {
      const inner = lossesIn(within(kept, target, node), bodyOf(target), depth + 1);
      const found = inner.find((each) => !isOfOtherAnswer(code, each.node, target, kinds));
      if (found) return found.isCertain;
    }
  }
  if (depth < MOST_CALLS && isLostBelow(kept, node, depth)) return false;
  return functionNamed(code, node.callee) ? undefined : lossByCall(kept, node);
}

/** Whether the method of a class below takes away what is kept, where that of this class does not, or is abstract. */
function isLostBelow(kept: Kept, call: Call, depth: number): boolean {
  const { code } = kept;
  if (!isMember(unwrap(call.callee))) return false;
  const here = runsOf(code, call).map(({ target }) => coreOf(target));
  const overrides = calledFunctions(code, call).map(coreOf);
  return overrides.some(
    (each) => !here.includes(each) && lossesIn(within(kept, each, call), bodyOf(each), depth + 1).length > 0,
  );
}

/**
 * Whether another record takes the place of the one that holds what is kept: `this.flow = { startedAt }`; undefined
 * where it is the same one, a copy, or has it of its own.
 */
function replacedBy(
  { code, paths, isStore }: Kept,
  { left, right, operator }: t.AssignmentExpression,
): boolean | undefined {
  const path = pathOf(code, left);
  const held = [...paths].find((each) => each.startsWith(`${path}.`) && !each.slice(`${path}.`.length).includes("."));
  const record = unwrap(right);
  if (isStore || operator !== "=" || path === undefined || held === undefined) return undefined;
  // What makes a record anew may make one without it, unless it is given what is kept.
  const isMadeAnew = record.type === "NewExpression" || record.type === "CallExpression";
  if (isMadeAnew) return record.arguments.some((each) => paths.has(pathOf(code, each) ?? "")) ? undefined : false;
  if (record.type !== "ObjectExpression") return undefined;
  if (record.properties.some(({ type }) => type === "SpreadElement")) return undefined;
  const own = propertyValue(code, record, held.slice(`${path}.`.length));
  return own === undefined || isEmpty(code, own) ? true : undefined;
}

/** Whether something is given only while there is none: `options || (options = {})`. */
function isMade(code: Code, assignment: t.AssignmentExpression): boolean {
  const { left, operator } = assignment;
  const parent = code.tree.parent(assignment);
  const isDefault = parent?.type === "LogicalExpression" && parent.operator !== "&&" && parent.right === assignment;
  return operator === "||=" || operator === "??=" || (isDefault && pathOf(code, parent.left) === pathOf(code, left));
}

/** `delete this.scope`, or, by a key that is not known, maybe that: `delete this[key]`. */
function isDeleted({ code, paths }: Kept, member: Node): boolean | undefined {
  if (paths.has(pathOf(code, member) ?? "")) return true;
  const node = unwrap(member);
  if (!isMember(node) || memberName(code, node) !== undefined) return undefined;
  const owner = pathOf(code, node.object);
  return [...paths].some((path) => path.startsWith(`${owner}.`)) ? false : undefined;
}

/** The same by a write that names no member: `Object.assign(this, { scope: undefined })`, `this[key] = undefined`. */
function lostByName({ code, paths }: Kept, node: Node): boolean | undefined {
  const [lost] = objectWritesBy(code, node).filter(({ object, name, value }) => {
    const owner = pathOf(code, object);
    const isIt =
      name === undefined ? [...paths].some((path) => path.startsWith(`${owner}.`)) : paths.has(`${owner}.${name}`);
    return isIt && isEmpty(code, value);
  });
  return lost && lost.name !== undefined;
}

/** The same, as a called function knows it: by its parameters, and as its own where it is a method of what holds it. */
function within(kept: Kept, target: FunctionNode, call: Call): Kept {
  const given = paramsOf(target).flatMap((parameter, index) => {
    const argument = call.arguments[index];
    const isGiven = argument && kept.paths.has(pathOf(kept.code, argument) ?? "");
    const binding = isGiven && parameter.type === "Identifier" ? kept.code.bindings.resolve(parameter) : undefined;
    return binding ? [binding.id] : [];
  });
  const own = ownPaths(kept, target, call);
  return given.length + own.length > 0 ? { ...kept, paths: new Set([...kept.paths, ...given, ...own]) } : kept;
}

/** `this.scope` in `end()` for `session.scope` of `session.end()`. */
function ownPaths({ code, paths }: Kept, target: FunctionNode, call: Call): readonly string[] {
  const { callee } = writtenCall(code, call);
  const owner = isMember(callee) ? pathOf(code, callee.object) : undefined;
  if (owner === undefined || isThis(owner)) return [];
  const own = thisKey(code, target.body);
  return [...paths].flatMap((path) => (path.startsWith(`${owner}.`) ? [own + path.slice(owner.length)] : []));
}

function lossByCall({ code, paths, isStore }: Kept, call: Call): boolean | undefined {
  const { callee, given } = writtenCall(code, call);
  const name = isMember(callee) ? memberName(code, callee) : callee.type === "Identifier" ? callee.name : undefined;
  if (name === undefined) return undefined;
  const object = isMember(callee) ? pathOf(code, writtenObject(callee.object)) : undefined;
  const isOwn = object !== undefined && paths.has(object);
  const takes = given.some((argument) => paths.has(pathOf(code, argument) ?? ""));
  if (isOwn && CLEARING.test(name)) return true;
  if (isOwn && name === "saveTokens") return given.every((value) => isEmptied(code, value)) ? true : undefined;
  if (isOwn && isStore) return HARMLESS.test(name) ? undefined : false;
  if (takesRequestKeys(code, call)) return undefined;
  // What is read elsewhere, and given what is kept, may do anything with it.
  if (takes && isStore)
    return resultUse(code, call) === "none" || CLEARING.test(name) || isAwaitedAlone(code, call) ? false : undefined;
  if (!CLEARING.test(name)) return undefined;
  if (takes) return false;
  const isInherited = isMember(callee) && (callee.object.type === "Super" || isThis(object));
  if (isInherited || !isStore) return isInherited ? false : undefined;
  // Of another object or function, the name must say that it keeps credentials.
  const keys = given.map((argument) => constantText(code, argument) ?? "");
  const words = [name, object ?? "", ...keys].join(" ");
  return CREDENTIALS.test(words) || LEAVING.test(name) ? false : undefined;
}

const isAwaitedAlone = (code: Code, call: Call): boolean => {
  const parent = code.tree.parent(call);
  return parent?.type === "AwaitExpression" && code.tree.parent(parent)?.type === "ExpressionStatement";
};

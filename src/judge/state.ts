import type * as t from "@babel/types";
import { roleOf } from "../find/calls.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { meets } from "../find/kinds.ts";
import { changesOwner, libraryOf, methodOf } from "../find/library/lookup.ts";
import { testedSources } from "../find/origins.ts";
import { destructuredNames } from "../find/patterns.ts";
import { coreOf } from "../find/shells.ts";
import { isCall, isMember, isNeverWritten, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { isThis, thisKey } from "../find/this.ts";
import { type Binding, boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, type Node, startOf } from "../parse/tree.ts";
import { OWN_REQUEST } from "../rules/names-beside.ts";
import { type Chain, chainsOf, seenByCaller } from "./chains.ts";
import { keysChangedElsewhere, mayChangeObject, mayChangeOwner, objectsGiven } from "./outside-state.ts";
import { runsOf } from "./runs.ts";
import { changedKeys, pathOfChain, type StateKey } from "./state-keys.ts";

/** What a site stands in: a function, or a module at its top. */
export type Surroundings = FunctionNode | t.Program;

/** What runs when a function, or a module, does. */
export const bodyOf = (around: Surroundings): Node => (around.type === "Program" ? around : coreOf(around).body);

/** How many calls deep state is followed into the functions of the file: `if (this.tried(header)) … this.mark(header)`. */
export const MOST_CALLS = 2;

/** A node of a function that changes state, by itself or by what it runs. */
export interface StateChange {
  readonly node: Node;
  readonly keys: readonly StateKey[];
  /** The paths of the fields and variables that get another value. */
  readonly paths: readonly string[];
}

/** The changes of fields and outer variables that a handler, or what it runs, makes after an offset. */
export function changesAfter(code: Code, candidate: Candidate, around: Surroundings, at: number): StateChange[] {
  const changes = code.answers.of(changesAfter, around, () =>
    changesOf(code, around).map((change) => ({ change, kinds: factsAt(code, change.node).kinds })),
  );
  return changes.flatMap(({ change, kinds }) =>
    endOf(change.node) > at && meets(kinds, candidate.facts.kinds) ? change : [],
  );
}

/**
 * The keys of the state that a handler changes after an offset; that of the answer itself is no other run's.
 *
 * @param until the offset from which on changes don't count
 */
export function stateChangedAfter(
  code: Code,
  candidate: Candidate,
  around: Surroundings,
  at: number,
  until: number,
): ReadonlySet<StateKey> {
  const changes = changesAfter(code, candidate, around, at).filter(({ node }) => startOf(node) < until);
  if (changes.length === 0) return new Set();
  const sources = answerOf(code, candidate);
  const all = new Set(changes.flatMap(({ keys }) => keys));
  const own = new Set(
    [...all].filter((key) => sources.some((each) => isOfItself(key, each) || key.endsWith(`(${each})`))),
  );
  if (own.size === 0) return all;
  // What is assigned is one place, whatever names it has.
  const others = changes.filter(
    ({ node, keys }) =>
      node.type !== "AssignmentExpression" || !keys.some((key) => own.has(key) && !key.endsWith(".*")),
  );
  return new Set(others.flatMap(({ keys }) => keys).filter((key) => !own.has(key)));
}

/** Whether state is the answer's own: what hangs on a part of it, `error.client.busy`, may be all runs'. */
const isOfItself = (key: StateKey, source: string): boolean =>
  key.startsWith(`${source}.`) && !key.slice(source.length + 1).includes(".");

/** The names of what was received: the challenge, the response, the error; and of the request that it answers. */
export const answerOf = (code: Code, { facts }: Candidate): readonly string[] =>
  code.answers.of(answerOf, facts, () => {
    const { own, given } = testedSources(code, facts.tests);
    const received = [...own, ...given].filter((source) => !source.startsWith("this"));
    // Whatever holds the response, an error or a context, may hold its request too.
    const roots = new Set(
      received.flatMap((source) => (source.startsWith("call@") ? [] : (source.split(".")[0] ?? source))),
    );
    return [...received, ...[...roots].flatMap((root) => requestsNamed(code, root))];
  });

/**
 * The names of an answer's own request: what is taken out of the answer and sent again, as by
 * `const config = error.config as RetryConfig; … return http.request(config)`. By its name alone it may be all runs' own.
 */
const requestsNamed = (code: Code, root: string): readonly string[] =>
  code.answers.ofBoth(requestsNamed, code, root, () => {
    const [name = ""] = root.split("@");
    return (code.bindings.mentions(name, code.tree.program) ?? []).flatMap((mention) => {
      const binding = mention.type === "Identifier" ? code.bindings.resolve(mention) : undefined;
      return binding?.id === root && binding.identifier !== mention ? requestAt(code, mention) : [];
    });
  });

/** What a mention of an answer takes its request into, or that itself, where it is sent again. */
function requestAt(code: Code, mention: Node): readonly string[] {
  let part: Node = mention;
  for (const parent of code.tree.ancestors(mention)) {
    if (isMember(parent) ? parent.object !== part : unwrap(parent) !== unwrap(part)) break;
    part = parent;
  }
  const member = unwrap(part);
  const isRequest = isMember(member) && OWN_REQUEST.includes(memberName(code, member) ?? "");
  const declarator = code.tree.parent(part);
  if (declarator?.type !== "VariableDeclarator" || declarator.init !== part)
    return isRequest && isSent(code, part) ? [pathOf(code, member) ?? []].flat() : [];
  return boundNames(declarator.id).flatMap((each) => {
    const binding = code.bindings.resolve(each);
    if (!binding || !isNeverWritten(code, binding)) return [];
    const names = destructuredNames(code, declarator.id, binding);
    const isTaken = names.length === 0 ? isRequest : OWN_REQUEST.includes(names.at(-1) ?? "");
    const isAgain = isTaken && code.bindings.references(binding)?.some((read) => isSent(code, read));
    return isAgain ? [binding.id, [pathOf(code, member), ...names].join(".")] : [];
  });
}

/** Whether a call that tells nobody is given something, itself: `http.request(config)`. */
function isSent(code: Code, given: Node): boolean {
  const call = code.tree.parent(given);
  return isCall(call) && call.callee !== given && roleOf(code, call) !== "telling";
}

const known = (code: Code) => code.answers.about<Surroundings, readonly StateChange[]>(known);

export function changesOf(code: Code, around: Surroundings): readonly StateChange[] {
  const found = known(code).get(around);
  if (found) return found;
  const changes: StateChange[] = [];
  code.tree.walkOwn(bodyOf(around), (node) => {
    const effects = effectsAt(code, around, node, 0).filter((effect) => isState(around, effect));
    if (effects.length === 0) return undefined;
    const keys = effects.flatMap((effect) => (effect.chain ? changedKeys(effect.chain, effect.isWithin) : effect.key));
    const paths = effects.flatMap((effect) => (effect.chain && !effect.isWithin ? pathOfChain(effect.chain) : []));
    changes.push({ node, keys, paths });
    return undefined;
  });
  known(code).set(around, changes);
  return changes;
}

/** A change of what a chain leads to, or of state that is known by a key alone. */
type Effect =
  | { readonly chain: Chain; readonly isWithin: boolean; readonly key?: undefined }
  | { readonly chain?: undefined; readonly isWithin?: undefined; readonly key: StateKey };

/** @param depth how many calls lie between the handler and a node */
function effectsAt(code: Code, around: Surroundings, node: Node, depth: number): Effect[] {
  const own = ownEffects(code, node);
  if (depth >= MOST_CALLS) return own;
  for (const { target, given } of runsOf(code, node)) {
    // A handler that calls itself does so after it waited.
    if (target === around) continue;
    for (const effect of effectsOf(code, target, depth + 1)) {
      if (!effect.chain) own.push(effect);
      else for (const chain of seenByCaller(effect.chain, given)) own.push({ chain, isWithin: effect.isWithin });
    }
  }
  return own;
}

const effects = (code: Code, depth: number) =>
  code.answers.of(effects, depth, () => new Map<FunctionNode, readonly Effect[]>());

/** What a function changes that its caller may see. */
function effectsOf(code: Code, target: FunctionNode, depth: number): readonly Effect[] {
  const knownHere = effects(code, depth);
  const found = knownHere.get(target);
  if (found) return found;
  // Functions that run each other change no more by that.
  knownHere.set(target, []);
  const all = new Map<string, Effect>();
  code.tree.walkOwn(target.body, (node) => {
    for (const effect of effectsAt(code, target, node, depth)) {
      const isOwn = effect.chain?.binding && isMadeIn(target, effect.chain.binding);
      const key = !effect.chain ? effect.key : `${pathOfChain(effect.chain)} ${effect.isWithin}`;
      if (!isOwn) all.set(key, effect);
    }
    return undefined;
  });
  const list = [...all.values()];
  knownHere.set(target, list);
  return list;
}

/** Whether a variable is a function's own, and neither a parameter nor one that was there before. */
const isMadeIn = (target: FunctionNode, { kind, scope }: Binding): boolean =>
  kind !== "parameter" && covers(target, scope);

function ownEffects(code: Code, node: Node): Effect[] {
  const change = (target: Node, isWithin: boolean): Effect[] =>
    chainsOf(code, target)
      // A local name for an object is no way to give the field another value.
      .filter(({ followed, names }) => isWithin || followed < names.length || followed === 0)
      .map((chain) => ({ chain, isWithin }));
  switch (node.type) {
    case "AssignmentExpression":
      return assignedIn(node.left).flatMap((target) => change(target, false));
    case "UpdateExpression":
      return change(node.argument, false);
    case "UnaryExpression":
      return node.operator === "delete" ? change(node.argument, false) : [];
    case "CallExpression":
    case "OptionalCallExpression": {
      const isKnown = calledFunction(code, node) !== undefined;
      const found: Effect[] = (isKnown ? [] : keysChangedElsewhere(code, node)).map((key) => ({ key }));
      const isChange = changesOwner(methodOf(code, node.callee));
      if (!isKnown && !isChange) {
        // What one run is given is its own: nobody else tests it.
        const given = objectsGiven(code, node).flatMap((object) => change(object, true));
        found.push(...given.filter(({ chain }) => chain?.binding?.kind !== "parameter"));
      }
      if (!isMember(node.callee)) return found;
      const { object } = node.callee;
      if (!isKnown && mayChangeOwner(code, node)) found.push({ chain: ownerOf(code, node), isWithin: true });
      if (isChange) return [...found, ...change(object, true)];
      if (libraryOf(code, node.callee)?.changesFirst)
        return node.arguments.slice(0, 1).flatMap((target) => change(target, true));
      const isUnknown = !isKnown && !isThis(pathOf(code, object)) && mayChangeObject(code, node);
      return isUnknown ? [...found, ...change(object, true)] : found;
    }
    default:
      return [];
  }
}

/** The object around a method. */
const ownerOf = (code: Code, node: Node): Chain => ({ root: thisKey(code, node), names: [], followed: 0 });

/** What an assignment's left side gives a value to: the side itself, or the members and names in a pattern. */
export function assignedIn(left: Node): Node[] {
  switch (left.type) {
    case "ArrayPattern":
      return left.elements.flatMap((element) => (element ? assignedIn(element) : []));
    case "ObjectPattern":
      return left.properties.flatMap((part) => assignedIn(part.type === "RestElement" ? part.argument : part.value));
    case "AssignmentPattern":
      return assignedIn(left.left);
    case "RestElement":
      return assignedIn(left.argument);
    default:
      return [left];
  }
}

/** Whether other runs of the function see a change too. */
function isState(around: Surroundings, effect: Effect): boolean {
  const binding = effect.chain?.binding;
  if (!binding || !covers(around, binding.scope)) return true;
  const isLocal = binding.scope !== around && !isFound(binding);
  return !isLocal && (effect.chain.names.length > 0 || effect.isWithin === true);
}

/** Whether a local variable may hold an object that was there before: `const session = this.sessions.get(id)`. */
function isFound({ declaration }: Binding): boolean {
  const init = declaration.type === "VariableDeclarator" && declaration.init ? unwrap(declaration.init) : undefined;
  const isTaken = declaration.type === "VariableDeclarator" && declaration.id.type === "ObjectPattern";
  if (isTaken && init && (isMember(init) || init.type === "ThisExpression")) return true;
  return isCall(init) || init?.type === "LogicalExpression" || init?.type === "ConditionalExpression";
}

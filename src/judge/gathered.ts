import { copiesRecords, propertyTaken } from "../find/calls.ts";
import { memberWrites } from "../find/constant-members.ts";
import type { Test } from "../find/facts.ts";
import { calledFunction, returnedValues } from "../find/functions.ts";
import { functionsGiven } from "../find/handed-functions.ts";
import { changesOwner, libraryOf, methodOf, putsElement } from "../find/library/lookup.ts";
import { assignmentAround } from "../find/patterns.ts";
import { isParsedBySdk } from "../find/records.ts";
import { isCalledAsResponse, isResponse } from "../find/responses.ts";
import { isCall, isMember, memberName, outOfCasts, unwrap } from "../find/syntax.ts";
import { argumentsFor } from "../find/uses.ts";
import { type Binding, isPropertyName } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, isLoop, type Node } from "../parse/tree.ts";
import { FETCHING } from "../rules/names-beside.ts";
import { copiesElement, mergesElements, mergesPlaces } from "./merged-elements.ts";

/** More functions than read an answer for each other. */
const MOST_CALLS = 3;

/**
 * What gathers the challenges of several answers in one record or text, of which the scope that is kept or the error code
 * that is tested is read: the one may be of another answer than the other.
 */
export function gathered(code: Code, value: Node, tests: readonly Test[]): Node | undefined {
  const tested = tests.flatMap(({ subject, ofErrorCode }) => (subject && ofErrorCode ? [subject] : []));
  return firstOf([value, ...tested], (each) => {
    const node = unwrap(each);
    const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
    return code.answers.of(gathered, binding ?? node, () => behind(code, node, false, new Map()));
  });
}

/**
 * What gathers answers behind an expression.
 *
 * @param isGathered whether all elements of what the expression gives go into one record or text
 */
function behind(code: Code, expression: Node, isGathered: boolean, seen: Seen): Node | undefined {
  const node = unwrap(expression);
  if (isFunction(node) || node.type.startsWith("TS") || isPropertyName(node, code.tree.parent(node))) return undefined;
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    if (!binding || isSeen(seen, binding, isGathered)) return undefined;
    return (
      intoName(code, binding, isGathered) ??
      firstOf(valuesOf(code, binding), (each) => behind(code, each, isGathered, seen))
    );
  }
  const areGathered = isGathered || gathers(code, node);
  // What a request is made of, which a function of the file sends, gathers no answers either.
  if (isCall(node) && isPlatformFetch(code, node.callee)) return undefined;
  if (mergesPlaces(code, node)) return node;
  if (isCall(node)) {
    if (mergesElements(code, node)) return node;
    if (areGathered && givenTo(code, node).some((each) => readsAnswer(code, each, 0))) return node;
    const target = calledFunction(code, node);
    const isNew = target && !isSeen(seen, target, areGathered);
    const returned = isNew ? returnedValues(code, target) : [];
    // What it is given is looked behind where it gives that back.
    if (target && returned)
      return firstOf(
        returned.flatMap(({ value }) => value ?? []),
        (each) => behind(code, each, areGathered, seen),
      );
  }
  const keeps = isCall(node) ? methodOf(code, node.callee)?.keeps : undefined;
  const isPicked = keeps === "one" || keeps === "place";
  return firstOf(code.tree.children(node), (each) => behind(code, each, areGathered && !isPicked, seen));
}

/** Whether a call sends a request by the `fetch` of the platform. */
function isPlatformFetch(code: Code, callee: Node): boolean {
  const name = unwrap(callee);
  return name.type === "Identifier" && name.name === "fetch" && code.bindings.resolve(name) === undefined;
}

/** What was looked behind, and whether all of it goes into one. */
type Seen = Map<Binding | Node, boolean>;

function isSeen(seen: Seen, key: Binding | Node, isGathered: boolean): boolean {
  const before = seen.get(key);
  if (before === true || before === isGathered) return true;
  seen.set(key, isGathered);
  return false;
}

/** What a name is given, in the file. */
function valuesOf(code: Code, binding: Binding): readonly Node[] {
  const { declaration } = binding;
  if (isFunction(declaration)) return argumentsFor(code, declaration, binding);
  if (declaration.type !== "VariableDeclarator") return [];
  const loop = code.tree.parent(code.tree.parent(declaration) ?? declaration);
  const given = (code.bindings.writes(binding) ?? []).flatMap((write) => assignmentAround(code, write)?.right ?? []);
  return [
    ...(declaration.init ? [declaration.init] : []),
    ...(loop?.type === "ForOfStatement" ? [loop.right] : []),
    ...given,
  ].filter((value) => !isRequested(code, binding, value));
}

/**
 * Whether a value is the answer to a request: `const response = await this.fetch(url, init)`. What the request is made of,
 * in a bundle half of its libraries, gathers no answers.
 */
function isRequested(code: Code, binding: Binding, value: Node): boolean {
  const node = unwrap(value);
  const call = node.type === "AwaitExpression" || node.type === "YieldExpression" ? node.argument : undefined;
  if (!isCall(call) || methodOf(code, call.callee) || libraryOf(code, call.callee)) return false;
  const isSent = FETCHING.test(textOf(code, call.callee))
    ? isResponse(code, binding)
    : isCalledAsResponse(code, binding);
  return isSent && calledFunction(code, call) === undefined;
}

/** Whether an expression puts all elements of a list together: `all.join()`, `Object.fromEntries(all)`, `all.reduce(…)`. */
function gathers(code: Code, node: Node): boolean {
  if (node.type === "NewExpression") return libraryOf(code, node.callee)?.makes !== undefined;
  if (!isCall(node)) return false;
  const method = methodOf(code, node.callee);
  if (method?.keeps === "gathered" || (method?.keeps === "all" && method.gives === "text")) return true;
  const record = libraryOf(code, node.callee)?.record;
  return record === "entries" || (record === "merged" && node.arguments.some(({ type }) => type === "SpreadElement"));
}

const givenTo = (code: Code, { arguments: all }: { readonly arguments: readonly Node[] }): readonly FunctionNode[] =>
  all.flatMap((each) => (isFunction(each) ? [each] : functionsGiven(code, each)));

/** What puts parts of another answer into what a name holds, in each turn of a loop or run of a callback. */
function intoName(code: Code, binding: Binding, isGathered: boolean): Node | undefined {
  const { declaration } = binding;
  if (declaration.type !== "VariableDeclarator") return undefined;
  const given = code.bindings.writes(binding) ?? [];
  const mentions = code.bindings.references(binding) ?? [];
  // `read = { ...read, ...challenge }`, `text += header`; what is replaced as a whole is one answer's.
  const adding = given.filter((write) => {
    const { operator, right } = assignmentAround(code, write) ?? {};
    return operator === "+=" || (right !== undefined && mentions.some((each) => covers(right, each)));
  });
  const puts = memberWrites(code, binding).flatMap(({ name, at }) => (name === undefined && at ? [at] : []));
  return [...adding, ...puts.filter((each) => isPut(code, each, isGathered))].find((write) =>
    turnsAround(code, write, binding).some((each) => readsAnswer(code, each, 0) || copiesElement(code, each)),
  );
}

/**
 * Whether something is put into a record: by an assignment, a method, a copy, or a function of the file. The elements of
 * a list stay apart, unless all of them go into one.
 */
function isPut(code: Code, record: Node, isGathered: boolean): boolean {
  const parent = code.tree.parent(outOfCasts(code, record));
  if (isCall(parent))
    return parent.callee !== record && (copiesRecords(code, parent) || calledFunction(code, parent) !== undefined);
  const around = parent && isMember(parent) ? code.tree.parent(parent) : undefined;
  const method = isCall(around) && around.callee === parent ? methodOf(code, parent) : undefined;
  if (isCall(around)) return changesOwner(method) && (isGathered || !putsElement(method));
  return around?.type === "AssignmentExpression" && around.left === parent;
}

/** The loops, and the functions, that a name outlives and that write to it. */
function turnsAround(code: Code, write: Node, { declaration }: Binding): readonly Node[] {
  const found: Node[] = [];
  for (const ancestor of code.tree.ancestors(write)) {
    if (covers(ancestor, declaration)) break;
    if (isLoop(ancestor) || isFunction(ancestor)) found.push(ancestor);
  }
  return found;
}

/** Whether a loop or a function reads an answer of its own: `each.headers` of `for (const each of responses)`. */
function readsAnswer(code: Code, turn: Node, depth: number): boolean {
  const isOwn = (value: Node): boolean => {
    let root = unwrap(value);
    while (isMember(root)) root = unwrap(root.object);
    const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
    return binding !== undefined && covers(turn, binding.declaration);
  };
  let isFound = false;
  code.tree.walk(turn, (node) => {
    if (isMember(node) && memberName(code, node) === "headers") isFound ||= isOwn(node.object);
    // `({ headers }) => headers.get("WWW-Authenticate")`
    if (node.type === "Identifier" && propertyTaken(code, node) === "headers") isFound ||= isOwn(node);
    if (isCall(node) && node.arguments.some(isOwn)) {
      const target = depth < MOST_CALLS ? calledFunction(code, node) : undefined;
      isFound ||= isParsedBySdk(code, node) || (target !== undefined && readsAnswer(code, target, depth + 1));
    }
    return !isFound;
  });
  return isFound;
}

function firstOf(nodes: readonly Node[], find: (node: Node) => Node | undefined): Node | undefined {
  for (const node of nodes) {
    const found = find(node);
    if (found) return found;
  }
  return undefined;
}

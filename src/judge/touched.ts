import { changesOwner, methodOf } from "../find/library/lookup.ts";
import { isCall, isMember, pathOf } from "../find/syntax.ts";
import { isThis } from "../find/this.ts";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { givenTo } from "./changes.ts";
import { runsOf } from "./runs.ts";
import { bodyOf } from "./state.ts";
import { waitsBefore } from "./waits.ts";

/** The state that some code changes and looks at, by paths; and the objects above it. */
export interface Touched {
  readonly changed: Set<string>;
  readonly aboveChanged: Set<string>;
  readonly read: Set<string>;
  readonly aboveRead: Set<string>;
}

/** Whether one of two changes what the other changes or looks at. */
export function meets(one: Touched, other: Touched): boolean {
  const isIn = (changed: Touched, { read, aboveRead }: Touched) =>
    [...changed.changed].some((path) => read.has(path) || aboveRead.has(path)) ||
    [...changed.aboveChanged].some((path) => read.has(path));
  return isIn(one, other) || isIn(other, one);
}

/** @param counts whether a node counts; a function that does not is left out with all that is in it */
export function touchedBy(code: Code, body: Node, counts: (node: Node) => boolean): Touched {
  const found = {
    changed: new Set<string>(),
    aboveChanged: new Set<string>(),
    read: new Set<string>(),
    aboveRead: new Set<string>(),
  };
  touch(code, body, found, 0, counts);
  return found;
}

const MOST_CALLS = 3;

/** Gathers what some code touches, and the functions that it runs do at once. */
function touch(code: Code, body: Node, found: Touched, depth: number, counts: (node: Node) => boolean): void {
  code.tree.walk(body, (node) => {
    if (!counts(node)) return isFunction(node) ? false : undefined;
    for (const path of changedAt(code, node)) add(found.changed, found.aboveChanged, path);
    if (node.type === "Identifier" || isMember(node)) {
      const path = pathOf(code, node);
      const parent = code.tree.parent(node);
      const isStep = isMember(parent) && parent.object === node && !isCalled(code, parent);
      if (path !== undefined && !isThis(path))
        for (const each of namesOf(path)) found[isStep ? "aboveRead" : "read"].add(each);
    }
    for (const { target } of depth < MOST_CALLS ? runsOf(code, node) : [])
      touch(code, bodyOf(target), found, depth + 1, (inner) => !waitsBefore(code, inner, target));
    return undefined;
  });
}

const isCalled = (code: Code, member: Node): boolean => {
  const call = code.tree.parent(member);
  return isCall(call) && call.callee === member;
};

function changedAt(code: Code, node: Node): readonly string[] {
  if (isCall(node) && isMember(node.callee) && changesOwner(methodOf(code, node.callee))) {
    const path = pathOf(code, node.callee.object);
    return path === undefined ? [] : [path];
  }
  const removed =
    node.type === "UnaryExpression" && node.operator === "delete" ? pathOf(code, node.argument) : undefined;
  return removed === undefined ? givenTo(code, node) : [removed];
}

/** Other functions know what they are given by other names: of a member of it, the last name counts as well. */
function namesOf(path: string): readonly string[] {
  const end = path.lastIndexOf(".");
  const isOwn = end < 0 || isThis(path.slice(0, end));
  return isOwn ? [path] : [path, path.slice(end)];
}

function add(changed: Set<string>, above: Set<string>, path: string): void {
  for (const each of namesOf(path)) changed.add(each);
  for (let at = path.lastIndexOf("."); at > 0; at = path.lastIndexOf(".", at - 1)) {
    const owner = path.slice(0, at);
    if (!isThis(owner)) above.add(owner);
  }
}

import { getterOf } from "../find/accessors.ts";
import { askedFrom } from "../find/authorization.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { meets } from "../find/kinds.ts";
import { objectWritesBy } from "../find/object-writes.ts";
import { isMember, pathOf } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { grouped } from "../parse/grouped.ts";
import { endOf, type Node, startOf } from "../parse/tree.ts";
import { runsOf } from "./runs.ts";
import { assignedIn, bodyOf, MOST_CALLS, type Surroundings } from "./state.ts";

/**
 * The offsets at which a handler turns to another provider, or whatever else an expression tells: by another value for
 * its variable or field, for an object that holds it, or for what a getter chooses it by; itself, or, up to the
 * authorization call, by a function of the file.
 */
export function changesOf(code: Code, candidate: Candidate, expression: Node, around: Surroundings): readonly number[] {
  const paths = new Set(readFor(code, expression, 0));
  const asked = askedFrom(code, candidate, bodyOf(around));
  const isAnswered = (node: Node) => meets(factsAt(code, node).kinds, candidate.facts.kinds);
  return giversIn(code, around, paths)
    .filter((node) => {
      if (isGiven(code, node, paths)) return true;
      const mayRun = startOf(node) < asked && runsOf(code, node).some(({ target }) => target !== around);
      // What holds at a node is asked last: it costs more than the rest.
      return mayRun && isAnswered(node);
    })
    .map(startOf);
}

/** The paths that are read to get at a provider: the objects that hold it, and what getters look at. */
export function readFor(code: Code, expression: Node, depth: number): string[] {
  const found: string[] = [];
  code.tree.walk(expression, (node) => {
    const path = node.type === "Identifier" || isMember(node) ? pathOf(code, node) : undefined;
    if (path !== undefined) found.push(path);
    const getter = isMember(node) && depth < MOST_CALLS ? getterOf(code, node) : undefined;
    if (getter) found.push(...readFor(code, getter.body, depth + 1));
    return undefined;
  });
  return found;
}

/** The assignments that give paths another value, by these. */
type Givings = ReadonlyMap<string, ReadonlySet<Node>>;

/** The nodes that may give something another value, themselves or in what they run. */
const GIVING = [
  "AssignmentExpression",
  "UpdateExpression",
  "CallExpression",
  "OptionalCallExpression",
  "NewExpression",
  "MemberExpression",
  "OptionalMemberExpression",
] as const;

/** The nodes of a handler that give one of some paths another value, themselves or in what they run, in their order. */
export function giversIn(code: Code, around: Surroundings, paths: ReadonlySet<string>): readonly Node[] {
  const known = code.answers.of(giversIn, around, () => {
    const nodes = code.tree.own(bodyOf(around), ...GIVING);
    return grouped(nodes.flatMap((node) => [...givenBy(code, node, 0).keys()].map((path) => [path, node] as const)));
  });
  const found = new Set([...paths].flatMap(keysOf).flatMap((key) => known.get(key) ?? []));
  return [...found].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
}

/** Whether a node gives one of some paths another value in a certain way, itself or in a function that it runs. */
export function changes(code: Code, node: Node, paths: ReadonlySet<string>, gives: typeof isGiven): boolean {
  const given = givenBy(code, node, 0);
  return [...paths].flatMap(keysOf).some((key) => [...(given.get(key) ?? [])].some((each) => gives(code, each, paths)));
}

/** What a node gives other values, itself and in what it runs. */
export function givenBy(code: Code, node: Node, depth: number): Givings {
  const own = givenTo(code, node);
  const runs = depth < MOST_CALLS ? runsOf(code, node) : [];
  if (own.length === 0 && runs.length === 0) return NONE;
  const inner = runs.map(({ target }) => givenIn(code, target.body, depth + 1));
  return own.length === 0 && inner.length === 1
    ? (inner[0] as Givings)
    : union([...inner, new Map(own.map((path) => [path, new Set([node])]))]);
}

const NONE: Givings = new Map();

/** What some code gives other values, itself and in what it runs. */
export function givenIn(code: Code, body: Node, depth = 0): Givings {
  const known = code.answers.of(givenIn, body, (): Givings[] => []);
  known[depth] ??= union(code.tree.own(body, ...GIVING).map((node) => givenBy(code, node, depth)));
  return known[depth];
}

function union(all: readonly Givings[]): Givings {
  const found = new Map<string, Set<Node>>();
  for (const each of all) {
    for (const [path, nodes] of each) {
      const known = found.get(path);
      if (known) for (const node of nodes) known.add(node);
      else found.set(path, new Set(nodes));
    }
  }
  return found;
}

/** The paths to which a node itself gives another value; `.*` behind that of an object stands for any property of it. */
export function givenTo(code: Code, node: Node): readonly string[] {
  const targets =
    node.type === "UpdateExpression"
      ? [node.argument]
      : node.type === "AssignmentExpression"
        ? assignedIn(node.left)
        : [];
  const written = objectWritesBy(code, node).flatMap(({ object, name = "*" }) => {
    const path = pathOf(code, object);
    return path === undefined ? [] : [`${path}.${name}`];
  });
  return [...targets.flatMap((target) => pathOf(code, target) ?? []), ...written];
}

/** What `givenTo` may call a path. */
export const keysOf = (path: string): readonly string[] => {
  const end = path.lastIndexOf(".");
  return end < 0 ? [path] : [path, `${path.slice(0, end)}.*`];
};

export const isGiven = (code: Code, node: Node, paths: ReadonlySet<string>): boolean => {
  const given = givenTo(code, node);
  return given.length > 0 && [...paths].some((path) => keysOf(path).some((key) => given.includes(key)));
};

import { objectWritesBy } from "../../find/object-writes.ts";
import { isCall, pathOf } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import { grouped } from "../../parse/grouped.ts";
import { covers, endOf, type FunctionNode, type Node, startOf } from "../../parse/tree.ts";
import { givenIn, givenTo, keysOf } from "../changes.ts";
import { relativesOf } from "../holders.ts";
import { bodyOf } from "../state.ts";
import type { Frame } from "./frames.ts";
import { givenFromOutside } from "./given-from-outside.ts";
import { isReplaced, lastingPaths } from "./replaced.ts";
import { variesBy } from "./varies.ts";

/** A handler that asks. */
export interface Asking {
  /** Where it writes the scope. */
  readonly node: Node;
  /** The path of the sink, where the scope is kept. */
  readonly sink: string | undefined;
  /** What the sink, or else the provider, hangs on. */
  readonly home: Frame;
  /** The provider whose tokens it reads. */
  readonly lender: Node | undefined;
}

/** Where another server, account or provider takes the place of one, and whether the sink begins anew with it. */
export interface Exchange {
  readonly node: Node;
  readonly isAnew: boolean;
  /** Whether it matters only to a handler that waits meanwhile: another run of it, another provider for the same server. */
  readonly isMeanwhile: boolean;
}

/**
 * Where another function turns to another server, account or provider: `use(url) { this.url = url; }`. Nothing tells that
 * it is called but once; what is given only while there is none, by `??=`, is given once.
 */
export function exchangesOf(code: Code, asking: Asking, asked: Node): readonly Exchange[] {
  const { node: site, sink, home, lender } = asking;
  const paths = lastingPaths(code, home, asked, sink);
  if (paths.size === 0) return [];
  // Another provider for the same server asks for what that server knows.
  const isLender = lender !== undefined && pathOf(code, lender) === pathOf(code, asked);
  const here = code.tree.functionAround(site);
  const outside = fromOutside(code, asking, paths);
  const inside = giversOf(code, asking, [...paths]).flatMap((node): Exchange[] => {
    const around = isReplaced(code, node, paths) ? code.tree.functionAround(node) : undefined;
    // A function that makes the sink with what it gives replaces nothing.
    if (!around || isConstructor(around) || covers(around, home.within) || !isVarying(code, home, node)) return [];
    const isAnew = around !== here && sink !== undefined && forgets(code, around, sink, site);
    return [{ node, isAnew, isMeanwhile: around === here || (isLender && !isAnew) }];
  });
  return [...inside, ...outside];
}

/** The same by code that has an object of the class in hand: `channel.host = host`. */
function fromOutside(code: Code, { node: site, home, sink }: Asking, paths: ReadonlySet<string>): readonly Exchange[] {
  const owner = code.tree.classAround(site);
  const names = [...paths].flatMap((path) => /^this\.([^.]+)$/.exec(path)?.[1] ?? []);
  if (!owner) return [];
  return names.flatMap((name) =>
    givenFromOutside(code, owner, name).flatMap(({ node, object }): Exchange[] => {
      const around = code.tree.functionAround(node);
      if (!around || !isVarying(code, home, node)) return [];
      const held = `${pathOf(code, object)}${sink?.slice("this".length)}`;
      const isAnew = sink !== undefined && (givenIn(code, bodyOf(around)).get(held)?.size ?? 0) > 0;
      return [{ node, isAnew, isMeanwhile: false }];
    }),
  );
}

/** What gives paths a value, by the whole file; where it is a class's fields that they are, by it and those of its line. */
function giversOf(code: Code, { node, home }: Asking, paths: readonly string[]): readonly Node[] {
  const ofClass = paths.every(isOfClass) ? code.tree.classAround(node) : undefined;
  const isMadeHere = !ofClass && paths.every((path) => isMadeIn(home.within, path));
  const within = ofClass ? [ofClass, ...relativesOf(code, ofClass)] : [isMadeHere ? home.within : code.tree.program];
  const keys = paths.flatMap(keysOf);
  const found = within.flatMap((each) => keys.flatMap((key) => givenWithin(code, each).get(key) ?? []));
  return [...new Set(found)].sort((a, b) => startOf(a) - startOf(b));
}

const isVarying = (code: Code, home: Frame, giver: Node): boolean =>
  valuesGiven(code, giver).some((value) => variesBy({ code, home }, value));

const isOfClass = (path: string): boolean => path.startsWith("this.");

/** Whether the variable that a path begins with is declared within a node. */
function isMadeIn(within: Node, path: string): boolean {
  const offset = Number(/^(?!this)[^.]*@(\d+)/.exec(path)?.[1] ?? -1);
  return startOf(within) <= offset && offset < endOf(within);
}

const isConstructor = (around: FunctionNode): boolean => around.type === "ClassMethod" && around.kind === "constructor";

/** Whether a function, or one that it runs, writes the sink too, not by what a challenge names. */
const forgets = (code: Code, around: FunctionNode, sink: string, site: Node): boolean =>
  [...(givenIn(code, bodyOf(around)).get(sink) ?? [])].some((node) => !covers(site, node));

/** The nodes in some code that give values, by the paths to which they do (see `givenTo`). */
function givenWithin(code: Code, owner: Node): ReadonlyMap<string, readonly Node[]> {
  return code.answers.of(givenWithin, owner, () => {
    const givers: Node[] = [];
    code.tree.walk(owner, (node) => {
      if (node.type === "AssignmentExpression" || isCall(node)) givers.push(node);
      return undefined;
    });
    return grouped(givers.flatMap((each) => givenTo(code, each).map((path) => [path, each] as const)));
  });
}

const valuesGiven = (code: Code, giver: Node): readonly Node[] =>
  giver.type === "AssignmentExpression" ? [giver.right] : objectWritesBy(code, giver).map(({ value }) => value);

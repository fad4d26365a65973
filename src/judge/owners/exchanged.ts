import { isNothing, pathOf, propertyName, unwrap } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import { covers, endOf, type FunctionNode, type Node, startOf } from "../../parse/tree.ts";
import { changes, isGiven } from "../changes.ts";
import { assignedIn, bodyOf } from "../state.ts";
import type { Frame } from "./frames.ts";
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
}

/**
 * Where another function turns to another server, account or provider: `use(url) { this.url = url; }`. What is given
 * once, by whichever function, is no exchange, unless the sink begins anew with it.
 */
export function exchangesOf(code: Code, asking: Asking, asked: Node): readonly Exchange[] {
  const { node: site, sink, home, lender } = asking;
  const paths = lastingPaths(code, home, asked);
  if (paths.size === 0) return [];
  // Another provider for the same server asks for what that server knows.
  const isLender = lender !== undefined && pathOf(code, lender) === pathOf(code, asked);
  const all = [...paths];
  const ofClass = all.every(isOfClass) ? code.tree.classAround(site) : undefined;
  const owner = ofClass ?? (all.every((path) => isMadeIn(home.within, path)) ? home.within : code.tree.program);
  const here = code.tree.functionAround(site);
  const found: Exchange[] = [];
  code.tree.walk(owner, (node) => {
    if (node.type !== "AssignmentExpression" || !isReplaced(code, node, paths)) return undefined;
    const around = code.tree.functionAround(node);
    // A function that makes the sink with what it gives replaces nothing.
    if (!around || isConstructor(around) || around === here || covers(around, home.within)) return undefined;
    const isAnew = sink !== undefined && forgets(code, around, sink, site);
    const given = assignedIn(node.left).flatMap((target) => pathOf(code, target) ?? []);
    const isGivenAgain = given.some((path) => paths.has(path) && isGivenElsewhere(code, owner, node, path));
    const isExchange = isAnew || (isGivenAgain && !isLender);
    if (isExchange && variesBy({ code, home }, node.right)) found.push({ node, isAnew });
    return undefined;
  });
  return found;
}

const isOfClass = (path: string): boolean => path.startsWith("this.");

/** Whether the variable that a path begins with is declared within a node. */
function isMadeIn(within: Node, path: string): boolean {
  const offset = Number(/^(?!this)[^.]*@(\d+)/.exec(path)?.[1] ?? -1);
  return startOf(within) <= offset && offset < endOf(within);
}

const isConstructor = (around: FunctionNode): boolean => around.type === "ClassMethod" && around.kind === "constructor";

/** Whether a function, or one that it runs, writes the sink too, not by what a challenge names. */
function forgets(code: Code, around: FunctionNode, sink: string, site: Node): boolean {
  const paths = new Set([sink]);
  const gives: typeof isGiven = (_, node, own) => !covers(site, node) && isGiven(code, node, own);
  let found = false;
  code.tree.walkOwn(bodyOf(around), (node) => {
    found ||= changes(code, node, paths, 0, gives);
    return !found;
  });
  return found;
}

/** Whether a place is given a value by more than one assignment: by its declaration, by the constructor, by a method. */
function isGivenElsewhere(code: Code, owner: Node, assignment: Node, path: string): boolean {
  const name = path.slice(path.indexOf(".") + 1);
  let found = false;
  code.tree.walk(owner, (node) => {
    if (node.type === "AssignmentExpression")
      found ||=
        !covers(assignment, node) &&
        !isNothing(node.right) &&
        assignedIn(node.left).some((target) => pathOf(code, target) === path);
    if (node.type === "VariableDeclarator")
      found ||= !!node.init && isGivenBy(code, node.init, `${pathOf(code, node.id)}`, path);
    if (node.type === "ClassProperty") found ||= nameOf(node.key) === name && !!node.value && !isNothing(node.value);
    if (node.type === "ClassPrivateProperty")
      found ||= `#${node.key.id.name}` === name && !!node.value && !isNothing(node.value);
    if (node.type === "TSParameterProperty") {
      const { parameter } = node;
      found ||= nameOf(parameter.type === "AssignmentPattern" ? parameter.left : parameter) === name;
    }
    return !found;
  });
  return found;
}

/** Whether the first value of a variable is that of a path, or a record that has a value for it. */
function isGivenBy(code: Code, init: Node, variable: string, path: string): boolean {
  if (variable === path) return !isNothing(init);
  const record = unwrap(init);
  if (record.type !== "ObjectExpression" || !path.startsWith(`${variable}.`)) return false;
  return record.properties.some((part) => {
    if (part.type !== "ObjectProperty") return part.type === "SpreadElement";
    return `${variable}.${propertyName(code, part.key, part.computed)}` === path && !isNothing(part.value);
  });
}

const nameOf = (node: Node): string | undefined => (node.type === "Identifier" ? node.name : undefined);

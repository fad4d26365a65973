import { copiesRecords, literalOf } from "../../find/calls.ts";
import { objectWritesBy } from "../../find/object-writes.ts";
import { isClass } from "../../find/shells.ts";
import { isCall, isNothing, pathOf, propertyName, unwrap } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import { grouped } from "../../parse/grouped.ts";
import { covers, endOf, type FunctionNode, type Node, startOf } from "../../parse/tree.ts";
import { givenIn, givenTo, keysOf } from "../changes.ts";
import { relativesOf } from "../holders.ts";
import { bodyOf } from "../state.ts";
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
  const givers = new Set(all.flatMap(keysOf).flatMap((key) => givenWithin(code, owner).get(key) ?? []));
  return [...givers]
    .sort((a, b) => startOf(a) - startOf(b))
    .flatMap((node): Exchange[] => {
      const around = isReplaced(code, node, paths) ? code.tree.functionAround(node) : undefined;
      // A function that makes the sink with what it gives replaces nothing.
      if (!around || isConstructor(around) || around === here || covers(around, home.within)) return [];
      const isAnew = sink !== undefined && forgets(code, around, sink, site);
      const keys = givenTo(code, node);
      const isGivenAgain = all.some(
        (path) => keysOf(path).some((key) => keys.includes(key)) && isGivenElsewhere(code, owner, node, path),
      );
      const isExchange = isAnew || (isGivenAgain && !isLender);
      const varies = valuesGiven(code, node).some((value) => variesBy({ code, home }, value));
      return isExchange && varies ? [{ node, isAnew }] : [];
    });
}

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

/** Whether a place is given a value by more than one assignment: by its declaration, by the constructor, by a method. */
function isGivenElsewhere(code: Code, owner: Node, giver: Node, path: string): boolean {
  const given = keysOf(path).flatMap((key) => givenWithin(code, owner).get(key) ?? []);
  return (
    given.some((each) => !covers(giver, each) && !valuesGiven(code, each).every(isNothing)) ||
    fieldsMade(code, owner).has(path.slice(path.indexOf(".") + 1)) ||
    variablesMade(code, owner).some(([variable, init]) => isGivenBy(code, init, variable, path))
  );
}

/** A part of the file; of a class, with those above and below, whose methods write its fields as well. */
const kinOf = (code: Code, owner: Node): readonly Node[] =>
  isClass(owner) ? [owner, ...relativesOf(code, owner)] : [owner];

/** The nodes in some code that give values, by the paths to which they do (see `givenTo`). */
function givenWithin(code: Code, owner: Node): ReadonlyMap<string, readonly Node[]> {
  return code.answers.of(givenWithin, owner, () => {
    const givers: Node[] = [];
    for (const each of kinOf(code, owner))
      code.tree.walk(each, (node) => {
        if (node.type === "AssignmentExpression" || isCall(node)) givers.push(node);
        return undefined;
      });
    return grouped(givers.flatMap((each) => givenTo(code, each).map((path) => [path, each] as const)));
  });
}

const valuesGiven = (code: Code, giver: Node): readonly Node[] =>
  giver.type === "AssignmentExpression" ? [giver.right] : objectWritesBy(code, giver).map(({ value }) => value);

/** The names of the fields that begin with a value, by their declaration or by the constructor's parameter. */
function fieldsMade(code: Code, owner: Node): ReadonlySet<string> {
  return code.answers.of(fieldsMade, owner, () => {
    const found = new Set<string>();
    for (const each of kinOf(code, owner))
      code.tree.walk(each, (node) => {
        const isField = node.type === "ClassProperty" || node.type === "ClassPrivateProperty";
        if (isField && node.value && !isNothing(node.value)) found.add(nameOf(node.key));
        if (node.type === "TSParameterProperty") {
          const { parameter } = node;
          found.add(nameOf(parameter.type === "AssignmentPattern" ? parameter.left : parameter));
        }
        return undefined;
      });
    return found;
  });
}

/** The paths of the variables that begin with a value, each with that. */
function variablesMade(code: Code, owner: Node): readonly (readonly [string, Node])[] {
  return code.answers.of(variablesMade, owner, () => {
    const found: [string, Node][] = [];
    code.tree.walk(owner, (node) => {
      const path = node.type === "VariableDeclarator" && node.init ? pathOf(code, node.id) : undefined;
      if (path !== undefined && node.type === "VariableDeclarator" && node.init) found.push([path, node.init]);
      return undefined;
    });
    return found;
  });
}

/** Whether the first value of a variable is that of a path, or a record that has a value for it. */
function isGivenBy(code: Code, init: Node, variable: string, path: string): boolean {
  if (variable === path) return !isNothing(init);
  const record = unwrap(init);
  if (!path.startsWith(`${variable}.`)) return false;
  if (isCall(record) && copiesRecords(code, record))
    return record.arguments.some(
      (part) => literalOf(code, part) === undefined || isGivenBy(code, part, variable, path),
    );
  if (record.type !== "ObjectExpression") return false;
  return record.properties.some((part) => {
    if (part.type !== "ObjectProperty") return part.type === "SpreadElement";
    return `${variable}.${propertyName(code, part.key, part.computed)}` === path && !isNothing(part.value);
  });
}

const nameOf = (node: Node): string =>
  node.type === "PrivateName" ? `#${node.id.name}` : node.type === "Identifier" ? node.name : "";

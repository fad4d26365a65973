import type * as t from "@babel/types";
import type { Candidate } from "../../find/find.ts";
import { isNothing, pathOf } from "../../find/syntax.ts";
import { isThisMember } from "../../find/this.ts";
import type { Code } from "../../parse/code.ts";
import { grouped } from "../../parse/grouped.ts";
import { covers, type FunctionNode, type Node, startOf } from "../../parse/tree.ts";
import { givenIn } from "../changes.ts";
import { assignedIn, bodyOf } from "../state.ts";
import type { Frame } from "./frames.ts";
import { isReplaced, lastingPaths } from "./replaced.ts";
import { variesBy } from "./varies.ts";

/**
 * Where another method turns an object to another server, account or provider, and leaves what the sink holds:
 * `use(url) { this.url = url; }`. What is given once, by whichever method, is no exchange.
 */
export function exchangeOf(code: Code, memory: Candidate, home: Frame, asked: Node): Node | undefined {
  const owner = code.tree.classAround(memory.node);
  const paths = new Set([...lastingPaths(code, home, asked)].filter(isThisMember));
  const { path: sink } = memory;
  if (!owner || paths.size === 0 || sink === undefined) return undefined;
  const here = code.tree.functionAround(memory.node);
  const given = givenWithin(code, owner);
  const assignments = new Set([...paths].flatMap((path) => given.get(path) ?? []));
  for (const node of [...assignments].sort((a, b) => startOf(a) - startOf(b))) {
    if (!isReplaced(code, node, paths)) continue;
    const around = code.tree.functionAround(node);
    if (!around || isConstructor(around) || around === here || givenIn(code, bodyOf(around)).has(sink)) continue;
    const exchanged = assignedPaths(code, node).filter((path) => paths.has(path));
    const isExchange = exchanged.some((path) => isGivenElsewhere(code, owner, node, path));
    if (isExchange && variesBy({ code, home }, node.right)) return node;
  }
  return undefined;
}

const isConstructor = (around: FunctionNode): boolean => around.type === "ClassMethod" && around.kind === "constructor";

/** Whether a field is given a value by more than one assignment: by its declaration, by the constructor, by a method. */
function isGivenElsewhere(code: Code, owner: t.Class, assignment: Node, path: string): boolean {
  const given = givenWithin(code, owner).get(path) ?? [];
  return (
    given.some((each) => !covers(assignment, each) && !isNothing(each.right)) ||
    declaredWithin(code, owner).has(path.slice(path.indexOf(".") + 1))
  );
}

/** The assignments in a class, by the paths to which they give values. */
function givenWithin(code: Code, owner: t.Class): ReadonlyMap<string, readonly t.AssignmentExpression[]> {
  return code.answers.of(givenWithin, owner, () => {
    const assignments: t.AssignmentExpression[] = [];
    code.tree.walk(owner, (node) => {
      if (node.type === "AssignmentExpression") assignments.push(node);
      return undefined;
    });
    return grouped(assignments.flatMap((each) => assignedPaths(code, each).map((path) => [path, each] as const)));
  });
}

const assignedPaths = (code: Code, { left }: t.AssignmentExpression): string[] =>
  assignedIn(left).flatMap((target) => pathOf(code, target) ?? []);

/** The names of the fields that begin with a value, by their declaration or by the constructor's parameter. */
function declaredWithin(code: Code, owner: t.Class): ReadonlySet<string> {
  return code.answers.of(declaredWithin, owner, () => {
    const found = new Set<string>();
    code.tree.walk(owner, (node) => {
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

const nameOf = (node: Node): string =>
  node.type === "PrivateName" ? `#${node.id.name}` : node.type === "Identifier" ? node.name : "";

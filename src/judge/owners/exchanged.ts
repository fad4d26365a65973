import type { Candidate } from "../../find/find.ts";
import { isNothing, pathOf } from "../../find/syntax.ts";
import { isThisMember } from "../../find/this.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type FunctionNode, type Node } from "../../parse/tree.ts";
import { changes } from "../changes.ts";
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
  let found: Node | undefined;
  code.tree.walk(owner, (node) => {
    if (found || node.type !== "AssignmentExpression" || !isReplaced(code, node, paths)) return !found;
    const around = code.tree.functionAround(node);
    if (!around || isConstructor(around) || around === here || forgets(code, around, sink)) return undefined;
    const given = assignedIn(node.left).flatMap((target) => pathOf(code, target) ?? []);
    const isExchange = given.some((path) => paths.has(path) && isGivenElsewhere(code, owner, node, path));
    if (isExchange && variesBy({ code, home }, node.right)) found = node;
    return undefined;
  });
  return found;
}

const isConstructor = (around: FunctionNode): boolean => around.type === "ClassMethod" && around.kind === "constructor";

/** Whether a function, or one that it runs, writes the sink too. */
function forgets(code: Code, around: FunctionNode, sink: string): boolean {
  const paths = new Set([sink]);
  let found = false;
  code.tree.walkOwn(bodyOf(around), (node) => {
    found ||= changes(code, node, paths, 0);
    return !found;
  });
  return found;
}

/** Whether a field is given a value by more than one assignment: by its declaration, by the constructor, by a method. */
function isGivenElsewhere(code: Code, owner: Node, assignment: Node, path: string): boolean {
  const name = path.slice(path.indexOf(".") + 1);
  let found = false;
  code.tree.walk(owner, (node) => {
    if (node.type === "AssignmentExpression")
      found ||=
        !covers(assignment, node) &&
        !isNothing(node.right) &&
        assignedIn(node.left).some((target) => pathOf(code, target) === path);
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

const nameOf = (node: Node): string | undefined => (node.type === "Identifier" ? node.name : undefined);

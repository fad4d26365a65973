import type { Range } from "../model/site.ts";
import { type Code, rangeOf } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { nodeAt } from "./places.ts";
import type { Part } from "./player.ts";
import { nameOf } from "./values.ts";

/** The functions by which a handler can be entered: its callers first, then those around it, the outermost first. */
export function doorsOf(code: Code, ...from: readonly (Node | undefined)[]): FunctionNode[] {
  const around = from.flatMap((each) => (each ? functionsAround(code, each) : []));
  const callers = around.flatMap((each) => callersOf(code, each)).filter((each) => !around.includes(each));
  const above = callers.flatMap((each) => callersOf(code, each));
  const all = [...above.filter((each) => !around.includes(each)), ...callers, ...around];
  return [...new Set(all)].filter((each) => !(each.type === "ClassMethod" && each.kind === "constructor"));
}

/** The functions around a node, the outermost first. */
const functionsAround = (code: Code, node: Node): FunctionNode[] =>
  [...code.tree.ancestors(node)].filter(isFunction).reverse();

/** The outermost functions in which a function is called by its name. */
const callersOf = (code: Code, called: FunctionNode): FunctionNode[] =>
  callsOf(code, called).flatMap((mention) => functionsAround(code, mention).slice(0, 1));

/** Where a function is called by its name, from outside of it. */
function callsOf(code: Code, called: FunctionNode): readonly Node[] {
  const name = "id" in called && called.id ? called.id.name : "key" in called ? nameOf(called) : undefined;
  if (name === undefined) return [];
  const mentions = code.bindings.mentions(name.replace(/^#/, ""), code.tree.program) ?? [];
  return mentions.filter((mention) => !covers(called, mention) && isCalled(code, mention));
}

function isCalled(code: Code, mention: Node): boolean {
  for (const node of code.tree.ancestors(mention)) {
    if (node.type === "CallExpression" || node.type === "OptionalCallExpression") return covers(node.callee, mention);
    if (!/MemberExpression$|PrivateName$/.test(node.type)) return false;
  }
  return false;
}

/** What leads on to a site: it, the calls that ask, and the calls of the functions around it. */
export function targetsOf(code: Code, part: Part): Range[] {
  const site = nodeAt(code, part.site);
  const calls = site ? functionsAround(code, site).flatMap((each) => callsOf(code, each)) : [];
  return [part.site, ...part.authorizations, ...calls.map(rangeOf)];
}

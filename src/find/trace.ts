import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, isFunction, type Node, startOf } from "../parse/tree.ts";
import { methodOf, putsIn } from "./library/lookup.ts";
import { readsBody } from "./origins.ts";
import { assignmentAround } from "./patterns.ts";
import { isCall, isMember, pathOf, unwrap } from "./syntax.ts";
import { argumentsFor } from "./uses.ts";

/** More steps than this explain nothing to a reader. */
const MOST_STEPS = 6;

/**
 * The declarations, assignments and arguments by which a value comes to where it is used, the first one first: of
 * `scope` the `const { scope } = parse(response)`, and before it the `const response = await fetch(url)`. One way is
 * followed where there are several, the one that was written last.
 */
function traceOf(code: Code, expression: Node): Node[] {
  const steps: Node[] = [];
  let next: Node | undefined = expression;
  while (next && steps.length < MOST_STEPS) {
    const step: Step | undefined = stepBefore(code, next);
    if (!step || steps.includes(step.node)) break;
    steps.unshift(step.node);
    next = step.value;
  }
  return steps;
}

/**
 * The way of a challenged scope into a sink: the steps to where it is read from the challenge, and those from there to
 * the value that is written.
 *
 * @param challenged where it enters
 * @param value what the sink is given
 */
export function wayOf(code: Code, challenged: Node, value: Node): Node[] {
  const later = traceOf(code, value);
  const entry = later.findIndex((step) => covers(step, challenged));
  const earlier = traceOf(code, challenged);
  const rest = entry < 0 ? [] : later.slice(entry).filter((step) => !earlier.includes(step));
  return [...earlier, ...rest];
}

/** One step of the way: what a reader is shown, and the expression that is followed from there. */
interface Step {
  readonly node: Node;
  readonly value?: Node;
}

function stepBefore(code: Code, expression: Node): Step | undefined {
  for (const name of namesIn(code, expression)) {
    const binding = code.bindings.resolve(name);
    const step = binding && stepOf(code, binding, name);
    if (step) return step;
  }
  return undefined;
}

/** The local names that an expression is made from, in the order in which they are worth following. */
function namesIn(code: Code, expression: Node): (Node & { type: "Identifier" })[] {
  const node = unwrap(expression);
  if (node.type === "Identifier") return [node];
  if (isMember(node)) return namesIn(code, node.object);
  if (isCall(node)) {
    const receiver = isMember(node.callee) ? namesIn(code, node.callee.object) : [];
    return [...receiver, ...node.arguments.flatMap((argument) => namesIn(code, argument))];
  }
  switch (node.type) {
    case "AwaitExpression":
    case "YieldExpression": {
      // What another awaited call gives is new input, whatever it was called with.
      const call = node.argument ? unwrap(node.argument) : undefined;
      return call && (!isCall(call) || readsBody(code, call)) ? namesIn(code, call) : [];
    }
    case "NewExpression":
      return node.arguments.flatMap((argument) => namesIn(code, argument));
    case "SpreadElement":
      return namesIn(code, node.argument);
    case "LogicalExpression":
      return [...namesIn(code, node.left), ...namesIn(code, node.right)];
    case "ConditionalExpression":
      return [...namesIn(code, node.consequent), ...namesIn(code, node.alternate)];
    case "ArrayExpression":
      return node.elements.flatMap((element) => (element ? namesIn(code, element) : []));
    default:
      return [];
  }
}

/** `{}`, `[]`, `new Map()`: what it holds later comes from elsewhere. */
function isEmpty(value: Node): boolean {
  const node = unwrap(value);
  if (node.type === "ObjectExpression") return node.properties.length === 0;
  if (node.type === "ArrayExpression") return node.elements.length === 0;
  return node.type === "NewExpression" && node.arguments.length === 0;
}

/** What was put into a record, list or map last before it is mentioned: `found[name] = value`, `found.set(name, value)`. */
function filledBefore(code: Code, binding: Binding, mention: Node): Step | undefined {
  const steps = (code.bindings.references(binding) ?? []).flatMap((each): Step[] => {
    const member = code.tree.parent(each);
    if (!isMember(member) || member.object !== each || endOf(member) > startOf(mention)) return [];
    const put = code.tree.parent(member);
    if (put?.type === "AssignmentExpression" && put.left === member) return [{ node: put, value: put.right }];
    const last =
      isCall(put) && put.callee === member && putsIn(methodOf(code, member)) ? put.arguments.at(-1) : undefined;
    return put && last ? [{ node: put, value: last }] : [];
  });
  return steps.at(-1);
}

/** Where a name that is mentioned got its value. */
function stepOf(code: Code, binding: Binding, mention: Node): Step | undefined {
  const { declaration } = binding;
  const assigned = (code.bindings.writes(binding) ?? [])
    .flatMap((write) => assignmentAround(code, write) ?? [])
    .filter((assignment) => endOf(assignment) <= startOf(mention) && !covers(assignment, mention))
    .at(-1);
  if (assigned) return { node: assigned, value: assigned.right };
  if (declaration.type === "VariableDeclarator") {
    const loop = code.tree.parent(code.tree.parent(declaration) ?? declaration);
    if (loop?.type === "ForOfStatement") return { node: loop.left, value: loop.right };
    if (!declaration.init || isFunction(declaration.init)) return undefined;
    const filled = isEmpty(declaration.init) ? filledBefore(code, binding, mention) : undefined;
    return filled ?? { node: declaration, value: declaration.init };
  }
  if (binding.kind === "catch" && declaration.type === "CatchClause" && declaration.param) {
    return { node: declaration.param };
  }
  if (binding.kind !== "parameter" || !isFunction(declaration)) return undefined;
  const parameter = declaration.params.find((each) => covers(each, binding.identifier));
  const [argument, ...others] = argumentsFor(code, declaration, binding);
  // With several callers, where the value comes from is said no further than the parameter.
  const isOnly = argument !== undefined && others.length === 0 && pathOf(code, argument) !== binding.id;
  return parameter && { node: parameter, ...(isOnly && { value: argument }) };
}

import type * as t from "@babel/types";
import { returnedValues } from "../find/functions.ts";
import { methodNamed, methodOf, runsItself, runsSettled } from "../find/library/lookup.ts";
import { classGiven, functionGiven, shellOf } from "../find/shells.ts";
import { constantText, isCall, isMember, memberName, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";

const MOST_STEPS = 4;

/**
 * The decorator of a method that may run code of its own once the method gives its promise, and so rely on what that
 * does before it first waits. One of this file that hands on what the method gives, or waits for it, does not.
 */
export function impatientDecorator(code: Code, method: FunctionNode): Node | undefined {
  return decoratorsOf(code, shellOf(code, method)).find((each) => !isPatient(code, each));
}

function decoratorsOf(code: Code, method: FunctionNode): readonly Node[] {
  if (method.type === "FunctionDeclaration") return [];
  const own = "decorators" in method ? (method.decorators ?? []).map(({ expression }) => expression) : [];
  return [...own, ...addedLater(code, method)];
}

/** What a compiler gives a method behind its class: `__decorate([journaled], Client.prototype, "stepUp", null)`. */
function addedLater(code: Code, method: FunctionNode): readonly Node[] {
  const owner = code.tree.classAround(method);
  if (method.type !== "ClassMethod" || method.key.type !== "Identifier" || !owner) return [];
  const name = method.key.name;
  return (code.bindings.mentions("prototype", code.tree.program) ?? []).flatMap((mention) => {
    const target = code.tree.parent(mention);
    const call = target && code.tree.parent(target);
    if (!isMember(target) || !isCall(call) || call.arguments[1] !== target) return [];
    const [list, , key] = call.arguments;
    const isOwn = classGiven(code, target.object) === owner;
    if (!isOwn || !key || constantText(code, key) !== name || list?.type !== "ArrayExpression") return [];
    return list.elements.flatMap((each) => each ?? []);
  });
}

function isPatient(code: Code, decorator: Node): boolean {
  const node = unwrap(decorator);
  const made = isCall(node) ? functionGiven(code, node.callee) : undefined;
  const targets = made ? functionsReturned(code, made) : [functionGiven(code, node)];
  return targets.length > 0 && targets.every((each) => each !== undefined && waitsFor(code, each));
}

function functionsReturned(code: Code, target: FunctionNode): (FunctionNode | undefined)[] {
  return (returnedValues(code, target) ?? []).map(({ value }) => value && functionGiven(code, value));
}

/** Whether all calls of what a decorator gets are handed on or waited for, and nothing else is done with it. */
function waitsFor(code: Code, decorator: FunctionNode): boolean {
  const names = decorator.params.flatMap((each) => (each.type === "Identifier" ? [each] : []));
  // The method itself, or of older decorators the third: what describes it.
  const [method] = names.length > 2 ? names.slice(2) : names;
  if (!method) return true;
  return mentionsOf(code, method).every((mention) => isPatientUse(code, mention, 0));
}

function mentionsOf(code: Code, name: t.Identifier): readonly Node[] {
  const binding = code.bindings.resolve(name);
  return ((binding && code.bindings.references(binding)) ?? []).filter((each) => each !== name);
}

function isPatientUse(code: Code, value: Node, depth: number): boolean {
  const parent = code.tree.parent(value);
  if (!parent || depth > MOST_STEPS) return false;
  if (isMember(parent) && parent.object === value) {
    const name = memberName(code, parent) ?? "";
    if (name === "name" || name === "length") return true;
    if (name === "bind") return true;
    return (name === "value" || runsItself(methodNamed(name))) && isPatientUse(code, parent, depth + 1);
  }
  if (isCall(parent) && parent.callee === value) return isHandedOn(code, parent);
  switch (parent.type) {
    case "ReturnStatement":
    case "ExpressionStatement":
      return true;
    case "AssignmentExpression":
      return parent.left === value;
    case "VariableDeclarator":
      return (
        parent.id.type === "Identifier" &&
        mentionsOf(code, parent.id).every((mention) => isPatientUse(code, mention, depth + 1))
      );
    default:
      return unwrap(parent) === unwrap(value) && isPatientUse(code, parent, depth + 1);
  }
}

/** Whether what a call gives is returned at once or awaited: no code stands behind it that does not wait as well. */
function isHandedOn(code: Code, call: Node): boolean {
  let child = call;
  let isReturned = false;
  for (const parent of code.tree.ancestors(call)) {
    if (parent.type === "AwaitExpression") return true;
    if (isFunction(parent)) return isReturned || parent.body === child;
    if (parent.type === "ReturnStatement") isReturned = true;
    // What stands in `finally` runs as soon as there is a promise.
    if (parent.type === "TryStatement" && parent.finalizer && parent.finalizer !== child) return false;
    if (!isReturned && !isPassedThrough(code, parent, child)) return false;
    child = parent;
  }
  return false;
}

/** Whether a value comes out of the node around it: of a choice, of casts, or by `.then(…)`, which runs once it is there. */
function isPassedThrough(code: Code, parent: Node, child: Node): boolean {
  if (isCall(parent)) return parent.callee === child;
  if (isMember(parent)) return runsSettled(methodOf(code, parent));
  if (parent.type === "ConditionalExpression") return parent.test !== child;
  return parent.type === "ReturnStatement" || unwrap(parent) === unwrap(child);
}

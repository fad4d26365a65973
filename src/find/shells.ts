import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { onlyValue } from "./lowered.ts";
import { assignmentAround } from "./patterns.ts";
import { type Call, isCall, unwrap } from "./syntax.ts";

/**
 * The function in which the body of another is written, where the outer one does nothing but run it at once and give
 * its result. Compilers make two of one async function so: `f() { return __awaiter(this, void 0, void 0, function* ()
 * {…}); }`, and so does who wraps a body: `return await (async () => {…})();`. Of any other function, itself.
 */
export function coreOf(shell: FunctionNode): FunctionNode {
  const known = cores.get(shell);
  if (known) return known;
  const inner = innerOf(shell);
  const core = inner ? coreOf(inner) : shell;
  cores.set(shell, core);
  return core;
}

const cores = new WeakMap<FunctionNode, FunctionNode>();

/** The function, as it was written, whose body another holds; of any other function, itself. */
export function shellOf(code: Code, core: FunctionNode): FunctionNode {
  const around = code.tree.functionAround(core);
  return around && innerOf(around) === core ? shellOf(code, around) : core;
}

/** The function whose body is run by what another function gives, its only statement. */
function innerOf({ body }: FunctionNode): FunctionNode | undefined {
  const [first, ...others] = body.type === "BlockStatement" ? body.body : [];
  const only = first?.type === "ReturnStatement" && others.length === 0 ? first.argument : undefined;
  const value = body.type === "BlockStatement" ? only : body;
  const call = value && awaited(value);
  return isCall(call) ? coreRunBy(call) : undefined;
}

/** The function whose body a call runs at once, and whose result it gives: made in place, or a compiler's generator. */
export function coreRunBy(call: Call): FunctionNode | undefined {
  const callee = unwrap(call.callee);
  if (isFunction(callee)) return call.arguments.length === 0 && callee.params.length === 0 ? callee : undefined;
  const last = call.arguments.at(-1);
  if (callee.type !== "Identifier" || last?.type !== "FunctionExpression" || !last.generator) return undefined;
  // What it takes is what the outer one was given.
  const isPassed = call.arguments.some((argument) => argument.type === "Identifier" && argument.name === "arguments");
  return last.params.length === 0 || isPassed ? last : undefined;
}

function awaited(value: Node): Node {
  const node = unwrap(value);
  return node.type === "AwaitExpression" ? awaited(node.argument) : node;
}

/** What a function takes: what compilers leave of its parameters with its body is what it was written with. */
export function paramsOf(shell: FunctionNode): FunctionNode["params"] {
  const core = coreOf(shell);
  return core.params.length > 0 ? core.params : shell.params;
}

/** Whether a function gives a promise or an iterator, whatever comes of it. */
export function isDeferred(target: FunctionNode): boolean {
  const core = coreOf(target);
  return core.async === true || core.generator === true || target.async === true;
}

/** The function of this file that an expression is, that a name stands for, or that one gives that is run at once. */
export function functionGiven(code: Code, expression: Node): FunctionNode | undefined {
  const made = madeBy(code, expression, (call) => coreRunBy(call));
  return isFunction(made) ? made : undefined;
}

/** The class of this file that an expression is, that a name stands for, decorated or not, or that a function gives. */
export function classGiven(code: Code, expression: Node | null | undefined): t.Class | undefined {
  const made = expression && madeBy(code, expression, (call) => coreRunBy(call) ?? functionGiven(code, call.callee));
  return isClass(made) ? made : undefined;
}

/** The constructor of the class of this file that an expression is. */
export function constructorGiven(code: Code, expression: Node): t.ClassMethod | undefined {
  const parts = classGiven(code, expression)?.body.body ?? [];
  return parts.find((each) => each.type === "ClassMethod" && each.kind === "constructor") as t.ClassMethod | undefined;
}

export const isClass = (node: Node | null | undefined): node is t.Class =>
  node?.type === "ClassDeclaration" || node?.type === "ClassExpression";

/** More names, and functions within each other, than stand between a class and who names it. */
const MOST_STEPS = 5;

function madeBy(code: Code, expression: Node, run: (call: Call) => FunctionNode | undefined, depth = 0): Node {
  const node = unwrap(expression);
  let next: Node | undefined;
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    if (isFunction(binding?.declaration) || isClass(binding?.declaration))
      return binding.kind === "parameter" ? node : binding.declaration;
    next = onlyValue(code, node) ?? (binding && decorated(code, binding));
  } else if (node.type === "AssignmentExpression") next = node.operator === "=" ? node.right : undefined;
  else if (isCall(node)) next = onlyResult(code, run(node));
  return next && depth < MOST_STEPS ? madeBy(code, next, run, depth + 1) : node;
}

/** The class of a variable that is given nothing else but what a call makes of it: `Client = decorate([traced], Client)`. */
function decorated(code: Code, binding: Binding): Node | undefined {
  const { declaration } = binding;
  const value = declaration.type === "VariableDeclarator" && declaration.id === binding.identifier && declaration.init;
  if (!value || !isClass(madeBy(code, value, () => undefined))) return undefined;
  const isSame = (code.bindings.writes(binding) ?? [undefined]).every((write) => {
    const made = write && assignmentAround(code, write)?.right;
    const last = made && unwrap(made);
    return (
      isCall(last) &&
      last.arguments.some((each) => each.type === "Identifier" && code.bindings.resolve(each) === binding)
    );
  });
  return isSame ? value : undefined;
}

/** What a function gives in any case; undefined for one that gives a promise, or several things. */
function onlyResult(code: Code, target: FunctionNode | undefined): Node | undefined {
  if (!target || isDeferred(target)) return undefined;
  if (target.body.type !== "BlockStatement") return target.body;
  const [only, ...others] = code.tree.own(target.body, "ReturnStatement");
  return others.length === 0 ? (only?.argument ?? undefined) : undefined;
}

/** The variable that gets what an expression gives, by itself or as what a function gives that is run at once. */
export function variableGiven(code: Code, expression: Node): Binding | undefined {
  const parent = code.tree.parent(expression);
  if (parent?.type === "VariableDeclarator")
    return parent.init === expression && parent.id.type === "Identifier" ? code.bindings.resolve(parent.id) : undefined;
  if (parent?.type === "AssignmentExpression" && parent.left.type === "Identifier") {
    const isOnly = onlyValue(code, parent.left) === expression && isUnused(code, parent);
    return isOnly ? code.bindings.resolve(parent.left) : undefined;
  }
  const around =
    parent?.type === "ReturnStatement" || isFunction(parent) ? code.tree.functionAround(expression) : undefined;
  const call = around && code.tree.parent(around);
  if (isCall(call)) return onlyResult(code, coreRunBy(call)) === expression ? variableGiven(code, call) : undefined;
  return parent && unwrap(parent) === unwrap(expression) ? variableGiven(code, parent) : undefined;
}

/** Whether an expression is there for what it does alone. */
function isUnused(code: Code, expression: Node): boolean {
  const parent = code.tree.parent(expression);
  if (parent?.type !== "SequenceExpression") return parent?.type === "ExpressionStatement";
  return parent.expressions.at(-1) !== expression || isUnused(code, parent);
}

import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
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

import { type Binding, boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { MAPPING, PIPING } from "../rules/names.ts";
import { methodOf, runsForEach } from "./library/lookup.ts";
import { isCall, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThisMember } from "./this.ts";

/** Whether a method calls what it is given with an element, or with what a promise gives. */
export const takesResult = (code: Code, callee: Node): boolean =>
  runsForEach(methodOf(code, callee)) || (isMember(callee) && memberName(code, callee) === "then");

/** What a callback's parameter is an element of: `list` in `list.forEach((each) => …)`. */
export function listRunOver(code: Code, target: Node, binding: Binding): Node | undefined {
  const call = code.tree.parent(target);
  const piped = isFunction(target) && target.params[0] === binding.identifier ? pipedInto(code, target) : undefined;
  if (piped) return piped;
  if (!isCall(call) || !isMember(call.callee) || call.arguments[0] !== target || !isFunction(target)) return undefined;
  if (!takesResult(code, call.callee)) return undefined;
  return target.params[0] === binding.identifier ? call.callee.object : undefined;
}

/** What the function of an operator gets: `source.pipe(map((each) => each.scope), switchMap((scope) => login({ scope })))`. */
function pipedInto(code: Code, target: FunctionNode): Node | undefined {
  const operator = code.tree.parent(target);
  const pipe = operator && code.tree.parent(operator);
  if (!isCall(operator) || operator.arguments[0] !== target || !isCall(pipe) || !isMember(pipe.callee))
    return undefined;
  if (!PIPING.test(memberName(code, pipe.callee) ?? "")) return undefined;
  for (const earlier of pipe.arguments.slice(0, pipe.arguments.indexOf(operator)).reverse()) {
    const callee = isCall(earlier) ? unwrap(earlier.callee) : undefined;
    if (!isCall(earlier) || callee?.type !== "Identifier" || !MAPPING.test(callee.name)) continue;
    const made = earlier.arguments[0];
    return isFunction(made) && made.body.type !== "BlockStatement" ? made.body : undefined;
  }
  return pipe.callee.object;
}

/** The list of which a callback's parameter, or a name in its pattern, is an element; a promise is none. */
export function elementsOf(code: Code, target: Node, binding: Binding): Node | undefined {
  const call = code.tree.parent(target);
  const piped =
    isFunction(target) && covers(target.params[0] ?? target.body, binding.identifier)
      ? pipedInto(code, target)
      : undefined;
  if (piped) return piped;
  if (!isCall(call) || !isMember(call.callee) || call.arguments[0] !== target || !isFunction(target)) return undefined;
  const isElement = target.params[0] && covers(target.params[0], binding.identifier);
  return isElement && runsForEach(methodOf(code, call.callee)) ? call.callee.object : undefined;
}

/** What the variable of a loop is an element of: `list` in `for (const each of list)`. */
export function listRunThrough({ tree }: Code, declarator: Node): Node | undefined {
  const loop = tree.parent(tree.parent(declarator) ?? declarator);
  return loop?.type === "ForOfStatement" ? loop.right : undefined;
}

/** What a loop, or a callback of a list's method, names the element that it is run with. */
export function elementsOfRound(code: Code, round: Node): readonly Binding[] {
  const call = isFunction(round) ? code.tree.parent(round) : undefined;
  const isCallback = isCall(call) && isMember(call.callee) && takesResult(code, call.callee);
  const isLoop = round.type === "ForOfStatement" || round.type === "ForInStatement";
  const named = isLoop && round.left.type === "VariableDeclaration" ? round.left.declarations[0]?.id : undefined;
  const pattern = isCallback && isFunction(round) ? round.params[0] : named;
  return boundNames(pattern).flatMap((name) => code.bindings.resolve(name) ?? []);
}

/** Whether a part of a concatenation is a field, spread or not. */
export function holdsField(code: Code, part: Node): boolean {
  // In `this.request = [this.url, scope]`, the two stand side by side, and neither is joined with the other.
  const list = code.tree.parent(part);
  const parent = list?.type === "ArrayExpression" ? code.tree.parent(list) : undefined;
  const isKeptAsList = parent?.type === "AssignmentExpression" && isMember(unwrap(parent.left));
  if (isKeptAsList && part.type !== "SpreadElement") return false;
  const inner = unwrap(part.type === "SpreadElement" ? part.argument : part);
  return isMember(inner) && isThisMember(pathOf(code, inner));
}

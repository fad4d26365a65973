import { propertyTaken } from "../find/calls.ts";
import { constantText, isCall, isMember, memberName, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { CHALLENGE_HEADER } from "../rules/names.ts";

/**
 * For a sink on an object that a library hands from callback to callback, as axios does its `config`: whether an
 * expression may be the same property, as another callback gets it. Undefined for other sinks.
 */
export function handedOver(code: Code, target: Node): ((expression: Node) => boolean) | undefined {
  const sink = unwrap(target);
  if (!isMember(sink) || !isGiven(code, sink)) return undefined;
  const name = memberName(code, sink);
  const object = lastName(code, sink.object);
  return (expression) =>
    isMember(expression) && memberName(code, expression) === name && lastName(code, expression.object) === object;
}

/** Whether a member hangs on what a callback is given, or a part of it. */
function isGiven(code: Code, member: Node): boolean {
  let root = unwrap(member);
  while (isMember(root)) root = unwrap(root.object);
  const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  if (!binding) return false;
  const { declaration, kind } = binding;
  if (kind === "parameter") {
    const call = code.tree.parent(declaration);
    return isCall(call);
  }
  const init = declaration.type === "VariableDeclarator" ? declaration.init : undefined;
  const from = init && unwrap(init);
  return !!from && from !== root && (from.type === "Identifier" || isMember(from)) && isGiven(code, from);
}

function lastName(code: Code, node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === "Identifier") return propertyTaken(code, inner) ?? inner.name;
  return isMember(inner) ? memberName(code, inner) : undefined;
}

/** Whether an expression reads the header by which a response challenges. */
export function isChallengeHeader(code: Code, expression: Node): boolean {
  const node = unwrap(expression);
  const key = isCall(node) && node.arguments.length === 1 && isMember(node.callee) ? node.arguments[0] : undefined;
  const name = key ? constantText(code, key) : isMember(node) ? memberName(code, node) : undefined;
  return CHALLENGE_HEADER.test(name ?? "");
}

/** All functions of a file. */
export function functionsOf(code: Code): readonly FunctionNode[] {
  const found = known(code).get(code) ?? [];
  if (!known(code).has(code)) {
    code.tree.walk(code.tree.program, (node) => {
      if (isFunction(node)) found.push(node);
      return undefined;
    });
    known(code).set(code, found);
  }
  return found;
}

const known = (code: Code) => code.answers.about<Code, FunctionNode[]>(known);

import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { calleeName } from "./calls.ts";
import { calledFunction } from "./functions.ts";
import { namesScope } from "./origins.ts";
import { functionGiven } from "./shells.ts";
import { type Call, isCall, isMember, memberName, propertyName, unwrap } from "./syntax.ts";

/**
 * Whether the function of this file that receives a challenged scope handles it by itself: then its own code holds the
 * sink, and the call is but the way there.
 *
 * @param handles whether a function writes the given parameter's scope into a sink, by a union or not
 */
export function isHandedOn(
  code: Code,
  call: Node,
  value: Node,
  handles: (target: FunctionNode, parameter: Node) => boolean,
  depth = 0,
): boolean {
  const reducer = isCall(call) ? reducerOf(code, call) : undefined;
  const target = reducer ?? (isCall(call) ? calledFunction(code, call) : undefined);
  if (!target || !isCall(call) || depth > 3) return false;
  const index = reducer ? 1 : call.arguments.findIndex((argument) => holds(argument, value));
  const parameter = target.params[index];
  if (!parameter) return false;
  if (handles(target, parameter)) return true;
  let found = false;
  code.tree.walk(target.body, (node) => {
    if (found || isFunction(node)) return !found;
    if (isCall(node)) {
      const passed = node.arguments.find((argument) => isParameter(code, argument, parameter));
      if (passed && isHandedOn(code, node, passed, handles, depth + 1)) found = true;
    }
    return !found;
  });
  return found;
}

/** The function of this file that makes a store's next state of an action: of `useReducer`, or a slice's by its name. */
function reducerOf(code: Code, call: Call): FunctionNode | undefined {
  const callee = unwrap(call.callee);
  const declaration = callee.type === "Identifier" ? code.bindings.resolve(callee)?.declaration : undefined;
  const made = declaration?.type === "VariableDeclarator" ? declaration.init : undefined;
  if (declaration?.type === "VariableDeclarator" && declaration.id.type === "ArrayPattern" && isCall(made)) {
    const reducer = made.arguments[0] && functionGiven(code, made.arguments[0]);
    return reducer && reducer.params.length > 1 ? reducer : undefined;
  }
  const name = calleeName(code, call);
  const isAction = isCall(code.tree.parent(call)) && name !== undefined;
  for (const mention of (isAction && code.bindings.mentions(name, code.tree.program)) || []) {
    const method = code.tree.parent(mention);
    const isMethod = method?.type === "ObjectMethod" && method.key === mention;
    if (isMethod && method.params.length > 1) return method;
    if (method?.type === "ObjectProperty" && isFunction(method.value) && method.value.params.length > 1)
      return method.value;
  }
  return undefined;
}

const holds = (outer: Node, inner: Node): boolean =>
  (outer.start ?? 0) <= (inner.start ?? 0) && (inner.end ?? 0) <= (outer.end ?? 0);

/** Whether an expression is a parameter, or the scope in it. */
function isParameter(code: Code, expression: Node, parameter: Node): boolean {
  const node = unwrap(expression);
  if (isMember(node)) return namesScope(memberName(code, node)) && isParameter(code, node.object, parameter);
  if (node.type === "ObjectExpression") {
    return node.properties.some(
      (property) =>
        property.type === "ObjectProperty" &&
        namesScope(propertyName(code, property.key, property.computed)) &&
        isParameter(code, property.value, parameter),
    );
  }
  if (node.type !== "Identifier") return false;
  const binding = code.bindings.resolve(node);
  return binding !== undefined && holds(parameter, binding.identifier);
}

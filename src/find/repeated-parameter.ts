import type { Code } from "../parse/code.ts";
import { covers, type Node, startOf } from "../parse/tree.ts";
import { setParameter } from "./request-parameters.ts";
import { type Call, isCall, isMember, memberName, pathOf, propertyValue, unwrap } from "./syntax.ts";

/**
 * Whether a request gets a `scope` more than once, which RFC 6749 section 3.1 forbids: `append` adds to what is there
 * already. Which of them the server takes is its own choice.
 *
 * @param call sets or appends the parameter
 */
export function isRepeated(code: Code, call: Call): boolean {
  if (!isMember(call.callee)) return false;
  const receiver = call.callee.object;
  const path = pathOf(code, receiver);
  if (path === undefined) return false;
  const others = callsOn(code, receiver, path).filter((each) => each !== call && !areExclusive(code, each, call));
  const later = others.filter((each) => startOf(each) > startOf(call));
  if (later.some((each) => isScopeCall(code, each, "append"))) return true;
  if (memberName(code, call.callee) !== "append") return false;
  const earlier = others.filter((each) => startOf(each) < startOf(call));
  const removed = earlier.findLastIndex((each) => isScopeCall(code, each, "delete"));
  if (earlier.slice(removed + 1).some((each) => isScopeCall(code, each, "set") || isScopeCall(code, each, "append")))
    return true;
  return removed < 0 && isMadeWithScope(code, receiver);
}

/** The calls of methods on an address's parameters, in source order. */
function callsOn(code: Code, receiver: Node, path: string): Call[] {
  let root = unwrap(receiver);
  while (isMember(root)) root = unwrap(root.object);
  const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  const around = code.tree.functionAround(receiver);
  return ((binding && code.bindings.references(binding)) ?? []).flatMap((reference) => {
    for (const ancestor of code.tree.ancestors(reference)) {
      if (isCall(ancestor)) {
        const isOn = isMember(ancestor.callee) && pathOf(code, ancestor.callee.object) === path;
        return isOn && code.tree.functionAround(ancestor) === around ? [ancestor] : [];
      }
      if (!isMember(ancestor)) return [];
    }
    return [];
  });
}

function isScopeCall(code: Code, call: Call, method: "set" | "append" | "delete"): boolean {
  if (!isMember(call.callee) || memberName(code, call.callee) !== method) return false;
  const [key] = call.arguments;
  const name = method === "delete" && key ? unwrap(key) : undefined;
  return name ? name.type === "StringLiteral" && name.value === "scope" : setParameter(code, call) === "scope";
}

/** Whether at most one of two nodes runs, because they are in the two branches of one condition. */
function areExclusive(code: Code, one: Node, other: Node): boolean {
  for (const parent of code.tree.ancestors(one)) {
    if (!covers(parent, other)) continue;
    if (parent.type !== "IfStatement" && parent.type !== "ConditionalExpression") return false;
    const branches = [parent.consequent, parent.alternate];
    return branches.some((each) => each && covers(each, one)) && branches.some((each) => each && covers(each, other));
  }
  return false;
}

/** Whether the parameters were created with a scope: `new URLSearchParams({ scope })`. */
function isMadeWithScope(code: Code, receiver: Node): boolean {
  const root = unwrap(receiver);
  const declaration = root.type === "Identifier" ? code.bindings.resolve(root)?.declaration : undefined;
  const init = declaration?.type === "VariableDeclarator" ? declaration.init : undefined;
  const [given] = init?.type === "NewExpression" ? init.arguments : [];
  const record = given && unwrap(given);
  return record?.type === "ObjectExpression" && propertyValue(code, record, "scope") !== undefined;
}

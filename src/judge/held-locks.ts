import { authorizationCalls } from "../find/authorization.ts";
import type { Candidate } from "../find/find.ts";
import { type Call, isCall, isMember, pathOf, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { isOnTheWay } from "./on-the-way.ts";
import { rootOf } from "./owners/frames.ts";
import { runsOf } from "./runs.ts";
import { bodyOf } from "./state.ts";

/**
 * Whether a handler holds, where the tokens would be read, what a `tokens()` of this file waits for: a lock that it took, or
 * that runs it. Where it asks within, as well, `auth` reads the tokens there today.
 *
 * @param from where the tokens would be read
 */
export function holdsLock(code: Code, candidate: Candidate, around: FunctionNode, from: Node): boolean {
  const waited = waitedForTokens(code);
  if (waited.size === 0) return false;
  const asking = authorizationCalls(code, candidate);
  for (const ancestor of [around, ...code.tree.ancestors(around)]) {
    const call = isFunction(ancestor) ? code.tree.parent(ancestor) : undefined;
    const isRunner = isCall(call) && call.callee !== ancestor && waited.has(pathOf(code, call.callee) ?? "");
    if (isRunner && !asking.some((each) => covers(call, each))) return true;
  }
  return code.tree.own(bodyOf(around), "AwaitExpression").some((wait) => {
    const call = unwrap(wait.argument);
    if (endOf(wait) > startOf(from) || !isCall(call) || !waited.has(pathOf(code, call.callee) ?? "")) return false;
    return isOnTheWay(code, wait, from) && isReleasedBehind(code, around, wait, call, from);
  });
}

/** Whether the first that gives back what was waited for stands behind a node: `release()`, `lock.release()` in a `finally`. */
function isReleasedBehind(code: Code, around: FunctionNode, wait: Node, lock: Call, from: Node): boolean {
  const parent = code.tree.parent(wait);
  const name = parent?.type === "VariableDeclarator" ? pathOf(code, parent.id) : undefined;
  const held = rootOf(code, lock.callee);
  const [first] = code.tree.own(bodyOf(around), "CallExpression", "OptionalCallExpression").filter((call) => {
    if (startOf(call) < endOf(wait)) return false;
    if (name !== undefined && pathOf(code, call.callee) === name) return true;
    const isOfLock =
      isMember(call.callee) && (rootOf(code, call.callee) === held || startsWith(code, call.callee, name));
    return isOfLock && isInFinally(code, call);
  });
  return first !== undefined && startOf(first) > startOf(from);
}

const startsWith = (code: Code, callee: Node, name: string | undefined): boolean =>
  name !== undefined && (pathOf(code, callee)?.startsWith(`${name}.`) ?? false);

function isInFinally(code: Code, node: Node): boolean {
  for (const ancestor of code.tree.ancestors(node)) {
    if (isFunction(ancestor)) return false;
    const parent = code.tree.parent(ancestor);
    if (parent?.type === "TryStatement" && parent.finalizer === ancestor) return true;
  }
  return false;
}

/** What functions of the file that give tokens call on the way: by paths that others know them by as well. */
const waitedForTokens = (code: Code): ReadonlySet<string> =>
  code.answers.of(waitedForTokens, code, () => {
    const found = new Set<string>();
    for (const mention of code.bindings.mentions("tokens", code.tree.program) ?? []) {
      const giver = code.tree.parent(mention);
      if (!giver || !("key" in giver) || giver.key !== mention) continue;
      const value = isFunction(giver) ? giver : "value" in giver && giver.value;
      if (value && typeof value === "object") addCalled(code, value as Node, found, 0);
    }
    code.tree.walk(code.tree.program, (node) => {
      // The trap of a proxy: `if (key === "tokens") return async () => …`.
      const isKey = node.type === "StringLiteral" && node.value === "tokens";
      const compared = isKey ? code.tree.parent(node) : undefined;
      const trap = compared?.type === "BinaryExpression" ? code.tree.functionAround(node) : undefined;
      if (trap) addCalled(code, trap.body, found, 0);
      return undefined;
    });
    return found;
  });

const MOST_CALLS = 2;

function addCalled(code: Code, body: Node, found: Set<string>, depth: number): void {
  code.tree.walk(body, (node) => {
    if (!isCall(node)) return undefined;
    const root = rootOf(code, node.callee);
    const path = root && !covers(body, root.scope) ? pathOf(code, node.callee) : undefined;
    if (path !== undefined) found.add(path);
    if (depth < MOST_CALLS)
      for (const { target } of runsOf(code, node))
        if (!covers(body, target)) addCalled(code, target.body, found, depth + 1);
    return undefined;
  });
}

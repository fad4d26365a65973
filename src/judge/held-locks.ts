import type * as t from "@babel/types";
import { authorizationCalls } from "../find/authorization.ts";
import type { Candidate } from "../find/find.ts";
import { type Call, isCall, isMember, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { isThisMember } from "../find/this.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { isOnTheWay } from "./on-the-way.ts";
import { rootOf } from "./owners/frames.ts";
import { runsOf } from "./runs.ts";
import { bodyOf } from "./state.ts";
import { tokensGivers } from "./tokens-givers.ts";

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
    if (endOf(wait) > startOf(from) || !isCall(call) || !isWaitedFor(code, waited, call)) return false;
    return isOnTheWay(code, wait, from) && isReleasedBehind(code, around, wait, call, from);
  });
}

/** Whether a call is one of those for tokens, or of the same member of an object: `this.mutex.run(…)`, `vault.mutex.acquire()`. */
function isWaitedFor(code: Code, waited: ReadonlySet<string>, { callee }: Call): boolean {
  if (waited.has(pathOf(code, callee) ?? "")) return true;
  const lock = isMember(callee) ? unwrap(callee.object) : undefined;
  const name = lock && isMember(lock) ? memberName(code, lock) : undefined;
  return (
    name !== undefined && [...waited].some((path) => path.split(".").at(-2) === name && path.split(".").length > 2)
  );
}

/** Whether the first that gives back what was waited for stands behind a node: `release()`, `lock.release()` in a `finally`. */
function isReleasedBehind(code: Code, around: FunctionNode, wait: Node, lock: Call, from: Node): boolean {
  const parent = code.tree.parent(wait);
  const declaration = parent && code.tree.parent(parent);
  // `using held = await lock.enter()` gives it back at the end of its block.
  if (declaration?.type === "VariableDeclaration" && isUsing(declaration)) {
    const block = code.tree.parent(declaration);
    return block !== undefined && covers(block, from);
  }
  const name = parent?.type === "VariableDeclarator" ? pathOf(code, parent.id) : undefined;
  const held = rootOf(code, lock.callee);
  const [first] = code.tree.own(bodyOf(around), "CallExpression", "OptionalCallExpression").filter((call) => {
    if (startOf(call) < endOf(wait) || !isOnTheWay(code, call, from)) return false;
    if (name !== undefined && pathOf(code, call.callee) === name) return true;
    const isOfLock =
      isMember(call.callee) && (rootOf(code, call.callee) === held || startsWith(code, call.callee, name));
    return isOfLock && isInFinally(code, call);
  });
  return first !== undefined && startOf(first) > startOf(from);
}

const isUsing = ({ kind }: t.VariableDeclaration): boolean => kind === "using" || kind === "await using";

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
    for (const giver of tokensGivers(code)) addCalled(code, giver, found, 0);
    return found;
  });

const MOST_CALLS = 2;

function addCalled(code: Code, body: Node, found: Set<string>, depth: number): void {
  code.tree.walk(body, (node) => {
    if (!isCall(node)) return undefined;
    const root = rootOf(code, node.callee);
    const path = pathOf(code, node.callee);
    const isOfLock = root ? !covers(body, root.scope) : isThisMember(path);
    if (isOfLock && path !== undefined) found.add(path);
    if (depth < MOST_CALLS)
      for (const { target } of runsOf(code, node))
        if (!covers(body, target)) addCalled(code, target.body, found, depth + 1);
    return undefined;
  });
}

import type * as t from "@babel/types";
import { authorizationCalls } from "../find/authorization.ts";
import type { Candidate } from "../find/find.ts";
import { methodOf, putsIn, runsForEach, runsSettled } from "../find/library/lookup.ts";
import { shellOf } from "../find/shells.ts";
import { type Call, isCall, isMember, memberName, pathOf } from "../find/syntax.ts";
import { usesOf } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { REGISTERING } from "../rules/names.ts";
import { isOnTheWay } from "./on-the-way.ts";
import { startersOf } from "./starters.ts";
import { bodyOf } from "./state.ts";
import { meets, type Touched, touchedBy } from "./touched.ts";
import { waitsBefore, waitsBetween } from "./waits.ts";

/**
 * What code counts on that starts a function and goes on without waiting for it: of what the function does at once, and
 * would no more after an `await` that is added to it. The scope alone, where the function is called; or other state as
 * well, a mark, a lock, a list of what was begun. Everything is looked at that starts the function, by its name, as a
 * listener, or because it was handed the function; and what starts that. A function in a list is run by whoever goes
 * through it.
 *
 * @param from where the tokens would be read
 */
export function reliedOn(code: Code, candidate: Candidate, around: FunctionNode, from: Node): Relied | undefined {
  let known: Touched | undefined;
  const isAtOnce = (node: Node) => startOf(node) >= startOf(from) && !waitsBetween(code, around, from, node);
  const own = () => (known ??= touchedBy(code, bodyOf(around), isAtOnce));
  const handler = { code, candidate, around, own };
  const seen = new Set<FunctionNode>();
  const of = (target: FunctionNode, isDropped: boolean): readonly Relied[] => {
    if (seen.has(target)) return [];
    seen.add(target);
    return startsOf(code, target).flatMap((start) => {
      const caller = code.tree.functionAround(start);
      const wait = isDropped ? undefined : waitOf(code, start);
      const later = wait || isDropped ? undefined : laterWait(code, start);
      const found = reliedBy(handler, start, wait, later) ?? [];
      const isLast = !caller || waitsBefore(code, start, caller);
      return isLast ? found : [found, of(caller, isDropped || (!wait && later === undefined))].flat();
    });
  };
  const all = of(around, false);
  return all.includes("state") ? "state" : all[0];
}

type Relied = "scope" | "state";

interface Handler {
  readonly code: Code;
  readonly candidate: Candidate;
  readonly around: FunctionNode;
  /** What it touches behind the place where the tokens would be read, before it waits. */
  readonly own: () => Touched;
}

/** What is counted on behind one start of a function. */
function reliedBy(
  handler: Handler,
  start: Node,
  wait: Node | undefined,
  later: number | undefined,
): Relied | undefined {
  const { code, candidate, around, own } = handler;
  if (isInList(code, start)) return "state";
  if (!isCall(start) && start.type !== "NewExpression") return isKeptForLater(handler, start) ? "state" : undefined;
  if (isRegistration(code, start)) return undefined;
  const isHanded = start.arguments.some((each) => isFunction(each));
  const isRun = !isHanded || certainlyRuns(code, start);
  // A function that is made behind it runs at once or later; what is but given another may never run so early.
  const counts = (node: Node) => !covers(shellOf(code, around), node) && (isRun || !isFunction(node));
  for (const node of behindStart(code, start, wait, later)) {
    const touched = touchedBy(code, node, counts);
    const path = candidate.path;
    const isScope = !isHanded && path !== undefined && touched.read.delete(path);
    if (meets(own(), touched)) return "state";
    if (isScope) return "scope";
  }
  return undefined;
}

/** Whether what runs a function later, a timer or a sender of events, is followed by code that reads what it keeps. */
function isKeptForLater({ code, candidate, around }: Handler, handed: Node): boolean {
  const { path } = candidate;
  const call = code.tree.parent(handed);
  // A handler that asks by itself needs nobody to read what it keeps.
  if (path === undefined || !isCall(call) || call.callee === handed || waitOf(code, call)) return false;
  if (runsSettled(methodOf(code, call.callee))) return false;
  if (authorizationCalls(code, candidate).some((each) => covers(around, each))) return false;
  return behindStart(code, call, undefined, undefined).some((node) =>
    touchedBy(code, node, (each) => !covers(around, each)).read.has(path),
  );
}

/** Where a function is started, or handed on. */
function startsOf(code: Code, target: FunctionNode): readonly Node[] {
  const shell = shellOf(code, target);
  const mentions = usesOf(code, target)?.mentions ?? [shell];
  const calls = mentions.map((mention) => {
    const call = code.tree.parent(mention);
    return isCall(call) && call.callee === mention ? call : mention;
  });
  const started = [...startersOf(code, target), ...(shell === target ? [] : startersOf(code, shell))];
  return [...new Set([...calls, ...started])].filter((each) => !covers(target, each) || each === shell);
}

/** Whether a function is an element of a list of the file, of hooks, or put into one. What others are given, they wait for. */
function isInList(code: Code, start: Node): boolean {
  const parent = code.tree.parent(start);
  if (!parent || isCall(start)) return false;
  if (isCall(parent)) return parent.callee !== start && putsIn(methodOf(code, parent.callee));
  const isKept = /^(?:VariableDeclarator|Class(?:Private)?Property|AssignmentExpression)$/;
  return parent.type === "ArrayExpression" && isKept.test(code.tree.parent(parent)?.type ?? "");
}

/** Whether a function is certainly run by what it is given to. */
function certainlyRuns(code: Code, { callee }: Call | t.NewExpression): boolean {
  return pathOf(code, callee) === "Promise" || runsForEach(methodOf(code, callee));
}

/** What waits for what a start gives: the `await` or the `return` around it. */
function waitOf(code: Code, start: Node): Node | undefined {
  for (const ancestor of code.tree.ancestors(start)) {
    if (/^(?:Await|Yield)Expression$|^ReturnStatement$/.test(ancestor.type)) return ancestor;
    if (isFunction(ancestor)) return ancestor.body.type === "BlockStatement" ? undefined : ancestor;
    if (ancestor.type.endsWith("Statement")) return undefined;
  }
  return undefined;
}

/** Where what a start gives is waited for later: `const job = this.begin(); …; await job;`. */
function laterWait(code: Code, start: Node): number | undefined {
  const parent = code.tree.parent(start);
  const name =
    parent?.type === "VariableDeclarator" ? parent.id : parent?.type === "AssignmentExpression" && parent.left;
  const path = name ? pathOf(code, name) : undefined;
  const around = code.tree.functionAround(start);
  if (path === undefined) return undefined;
  return code.tree
    .own(around ? bodyOf(around) : code.tree.program, "AwaitExpression", "ReturnStatement")
    .filter((wait) => startOf(wait) >= endOf(start) && wait.argument && pathOf(code, wait.argument) === path)
    .map(startOf)[0];
}

/** What runs behind a start before that is waited for; everything behind it, where the promise is dropped. */
function behindStart(
  code: Code,
  start: Node,
  wait: Node | undefined,
  until = Number.POSITIVE_INFINITY,
): readonly Node[] {
  const found: Node[] = [];
  const inAnyCase: Node[] = [];
  let child: Node = start;
  let isWaitedFor = false;
  for (const parent of code.tree.ancestors(start)) {
    if (isFunction(parent)) break;
    // What stands in `finally` runs as soon as a promise is returned.
    if (parent.type === "TryStatement" && parent.finalizer && parent.finalizer !== child)
      inAnyCase.push(parent.finalizer);
    if (!isWaitedFor && /^(?:For|While|DoWhile)/.test(parent.type)) found.push(parent);
    const isChoice = parent.type === "IfStatement" || parent.type === "ConditionalExpression";
    if (!isWaitedFor && !(isChoice && parent.test !== child))
      found.push(...code.tree.children(parent).filter((each) => startOf(each) >= endOf(child)));
    if (parent === wait) {
      if (wait.type !== "ReturnStatement") break;
      isWaitedFor = true;
    }
    child = parent;
  }
  return [...found.filter((each) => startOf(each) < until && isOnTheWay(code, start, each)), ...inAnyCase];
}

/** Registering a function does not run it. */
function isRegistration(code: Code, start: Node): boolean {
  if (!isCall(start) || !isMember(start.callee)) return false;
  const name = memberName(code, start.callee) ?? "";
  return start.arguments.some((each) => isFunction(each)) && REGISTERING.test(name);
}

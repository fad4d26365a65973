import { askedFrom, authorizationCalls } from "../find/authorization.ts";
import { calleeName } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { methodOf, runsSettled } from "../find/library/lookup.ts";
import { shellOf } from "../find/shells.ts";
import { type Call, isCall, isMember, isNothing, memberName, pathOf } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { GESTURE, GESTURE_OF_OBJECT, STOPPING } from "../rules/names.ts";
import { impatientDecorator } from "./decorated.ts";
import { resultUse } from "./outside-state.ts";
import { runsOf } from "./runs.ts";
import { bodyOf, type Surroundings } from "./state.ts";

/**
 * Whether an `await` before a site would come too late for somebody: for code behind the call that the handler is given
 * to, which reads the sink, for a decorator, for what a browser allows only while it handles an event, or for a sender
 * of events that the handler stops.
 *
 * @param from where the tokens would be read
 */
export function isAwaitedTooLate(code: Code, candidate: Candidate, around: Surroundings, from: Node): boolean {
  if (around.type === "Program") return false;
  // Behind the authorization, the next event comes today as well.
  const until = askedFrom(code, candidate, around);
  if (does(code, around, from, isStop, until) || unsetsListener(code, around, from, until)) return true;
  if (waitsBefore(code, from, around)) return false;
  if (impatientDecorator(code, around)) return true;
  return isReadBehind(code, candidate, around) || does(code, around, from, isGesture);
}

/** Whether the handler is run by what it is given to, while code that stands behind that reads the sink. */
function isReadBehind(code: Code, candidate: Candidate, around: FunctionNode): boolean {
  const { path } = candidate;
  const handler = shellOf(code, around);
  const call = code.tree.parent(handler);
  if (path === undefined || !isCall(call) || call.callee === handler || isWaitedFor(code, call)) return false;
  // A handler that asks by itself needs nobody to read what it keeps.
  if (authorizationCalls(code, candidate).some((each) => covers(around, each))) return false;
  const outer = code.tree.functionAround(call);
  let isRead = false;
  code.tree.walk(outer ? outer.body : code.tree.program, (node) => {
    if (covers(around, node)) return false;
    const isBehind = startOf(node) >= endOf(call) && (node.type === "Identifier" || isMember(node));
    isRead ||= isBehind && pathOf(code, node) === path;
    return !isRead;
  });
  return isRead;
}

/** Whether what a call makes of a handler is awaited, or followed by what waits for it: `await Promise.all(list.map(…))`. */
function isWaitedFor(code: Code, call: Node): boolean {
  if (isCall(call) && runsSettled(methodOf(code, call.callee))) return true;
  for (const ancestor of code.tree.ancestors(call)) {
    if (/^(?:Await|Yield)Expression$/.test(ancestor.type)) return true;
    if (isFunction(ancestor) || ancestor.type.endsWith("Statement")) return ancestor.type === "ReturnStatement";
  }
  return false;
}

const MOST_CALLS = 2;

/** Whether a function takes a listener off by its property, before it waits for anything: `socket.onmessage = null`. */
function unsetsListener(code: Code, around: FunctionNode, from: Node, until: number): boolean {
  return code.tree.own(bodyOf(around), "AssignmentExpression").some((node) => {
    const isListener = isMember(node.left) && /^on[a-z]/.test(memberName(code, node.left) ?? "");
    const isUnset = isListener && isNothing(node.right);
    return (
      isUnset && startOf(node) >= startOf(from) && startOf(node) < until && !waitsBetween(code, around, from, node)
    );
  });
}

type CallTest = (code: Code, call: Call) => boolean;

const isStop: CallTest = (code, call) =>
  STOPPING.test(calleeName(code, call) ?? "") && resultUse(code, call) === "none" && !isTestedHere(code, call);

/** Whether the function asks the object of a call for more than that: `if (!gate.isOpen()) return; gate.close();`. */
function isTestedHere(code: Code, { callee }: Call): boolean {
  const around = code.tree.functionAround(callee);
  const object = isMember(callee) ? pathOf(code, callee.object) : undefined;
  if (!around || object === undefined) return false;
  return code.tree.own(bodyOf(around), "CallExpression", "OptionalCallExpression").some((call) => {
    const isOfObject = isMember(call.callee) && pathOf(code, call.callee.object) === object;
    return isOfObject && startOf(call) < startOf(callee) && isTest(code, call);
  });
}

/** Whether it is decided by what a call gives. */
function isTest(code: Code, call: Call): boolean {
  const parent = code.tree.parent(call);
  const test = parent?.type === "UnaryExpression" && parent.operator === "!" ? parent : call;
  const statement = code.tree.parent(test);
  return statement?.type === "IfStatement" && statement.test === test;
}

const isGesture: CallTest = (code, call) =>
  GESTURE.test(calleeName(code, call) ?? "") || GESTURE_OF_OBJECT.test(pathOf(code, call.callee) ?? "");

/** Whether a function makes such a call, itself or by what it runs, before it waits for anything. */
const does = (code: Code, around: FunctionNode, from: Node, isSuch: CallTest, until = Number.POSITIVE_INFINITY) =>
  doneIn(code, around.body, isSuch, 0).some(
    (call) => startOf(call) >= startOf(from) && startOf(call) < until && !waitsBetween(code, around, from, call),
  );

function doneIn(code: Code, body: Node, isSuch: CallTest, depth: number): readonly Node[] {
  const known = code.answers.of(isSuch, body, (): (readonly Node[])[] => []);
  known[depth] ??= code.tree
    .own(body, "CallExpression", "OptionalCallExpression")
    .filter((call) => isDone(code, call, isSuch, depth));
  return known[depth];
}

function isDone(code: Code, call: Call, isSuch: CallTest, depth: number): boolean {
  const runs = depth < MOST_CALLS ? runsOf(code, call) : [];
  const isWithin = runs.some(({ target }) =>
    doneIn(code, bodyOf(target), isSuch, depth + 1).some((inner) => !waitsBefore(code, inner, target)),
  );
  // What is handed to a function that is not read may run later.
  return isWithin || isSuch(code, call);
}

/** Whether a function waits in any case before it comes to a node. */
function waitsBefore(code: Code, node: Node, around: FunctionNode): boolean {
  return waitsOnTheWay(code, node, around, startOf(around));
}

const waitsBetween = (code: Code, around: FunctionNode, from: Node, node: Node): boolean =>
  waitsOnTheWay(code, node, around, startOf(from));

function waitsOnTheWay(code: Code, node: Node, around: FunctionNode, after: number): boolean {
  let child = node;
  for (const parent of code.tree.ancestors(node)) {
    if (parent === around) return false;
    const before = code.tree.children(parent).filter((each) => startOf(each) >= after && endOf(each) <= startOf(child));
    const isBlock = /^(?:BlockStatement|SwitchCase|SequenceExpression)$/.test(parent.type);
    const first = "test" in parent ? parent.test : parent.type === "LogicalExpression" ? parent.left : undefined;
    const isTest =
      /^(?:(?:If|While)Statement|(?:Conditional|Logical)Expression)$/.test(parent.type) &&
      first &&
      before.includes(first);
    if ((isBlock || isTest) && before.some((each) => alwaysWaits(code, each))) return true;
    child = parent;
  }
  return false;
}

/** Whether a node waits in any case: for a promise, or as a generator for who runs it. */
export const alwaysWaits = (code: Code, node: Node): boolean =>
  code.answers.of(alwaysWaits, node, () => readWaits(code, node));

/** Parts of a node that run only in some cases don't count. */
function readWaits(code: Code, node: Node): boolean {
  if (node.type === "AwaitExpression" || node.type === "YieldExpression") return true;
  if (isFunction(node) || node.type === "ClassBody") return false;
  switch (node.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return alwaysWaits(code, node.test);
    case "LogicalExpression":
      return alwaysWaits(code, node.left);
    case "ForStatement":
    case "ForInStatement":
    case "WhileStatement":
    case "SwitchStatement":
    case "CatchClause":
      return false;
    case "ForOfStatement":
      return node.await || alwaysWaits(code, node.right);
    case "TryStatement":
      return alwaysWaits(code, node.block);
    default:
      return code.tree.children(node).some((each) => alwaysWaits(code, each));
  }
}

import { authorizationCalls } from "../find/authorization.ts";
import { calleeName } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { shellOf } from "../find/shells.ts";
import { type Call, isCall, isMember, memberName, pathOf } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { impatientDecorator } from "./decorated.ts";
import { runsOf } from "./runs.ts";
import { bodyOf, type Surroundings } from "./state.ts";

/**
 * Whether an `await` before a site would come too late for somebody: for code behind the call that the handler is given
 * to, which reads the sink, for a decorator, or for what a browser allows only while it handles an event.
 *
 * @param from where the tokens would be read
 */
export function isAwaitedTooLate(code: Code, candidate: Candidate, around: Surroundings, from: Node): boolean {
  if (around.type === "Program" || waitsBefore(code, from, around)) return false;
  if (impatientDecorator(code, around)) return true;
  return isReadBehind(code, candidate, around) || hasGesture(code, around, from);
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
  if (isCall(call) && isMember(call.callee) && /^(?:then|catch|finally)$/.test(memberName(code, call.callee) ?? ""))
    return true;
  for (const ancestor of code.tree.ancestors(call)) {
    if (/^(?:Await|Yield)Expression$/.test(ancestor.type)) return true;
    if (isFunction(ancestor) || ancestor.type.endsWith("Statement")) return ancestor.type === "ReturnStatement";
  }
  return false;
}

/** What a browser allows, or heeds, only while it handles an event; by the method, and the object where that is needed. */
const GESTURE =
  /^(?:preventDefault|stopPropagation|stopImmediatePropagation|respondWith|waitUntil|passThroughOnException|requestFullscreen|requestPointerLock|requestPermission|requestDevice|requestPort|requestSubmit|showPicker|show\w*FilePicker|showDirectoryPicker|showPopup|open\w*(?:Popup|Window|Tab)|launchWebAuthFlow|signInWithPopup|loginWithPopup)$/i;
const OF_OBJECT =
  /^(?:(?:window|globalThis|self|top|parent)\.open|open|(?:\w+\.)?navigator\.(?:clipboard\.\w+|credentials\.(?:get|create)|share|vibrate)|(?:\w+\.)?document\.execCommand)$/;

const MOST_CALLS = 2;

/** Whether a function does, before it waits for anything, what is allowed only while an event is handled. */
const hasGesture = (code: Code, around: FunctionNode, from: Node): boolean =>
  gesturesIn(code, around.body, 0).some(
    (node) => startOf(node) >= startOf(from) && !waitsBetween(code, around, from, node),
  );

function gesturesIn(code: Code, body: Node, depth: number): readonly Node[] {
  const known = code.answers.of(gesturesIn, body, (): (readonly Node[])[] => []);
  known[depth] ??= code.tree
    .own(body, "CallExpression", "OptionalCallExpression")
    .filter((call) => isGesture(code, call, depth));
  return known[depth];
}

function isGesture(code: Code, node: Call, depth: number): boolean {
  const runs = depth < MOST_CALLS ? runsOf(code, node) : [];
  const isWithin = runs.some(({ target }) =>
    gesturesIn(code, bodyOf(target), depth + 1).some((inner) => !waitsBefore(code, inner, target)),
  );
  // What is handed to a function that is not read may run later.
  if (isWithin) return true;
  return GESTURE.test(calleeName(code, node) ?? "") || OF_OBJECT.test(pathOf(code, node.callee) ?? "");
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

const alwaysWaits = (code: Code, node: Node): boolean =>
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

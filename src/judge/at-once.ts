import { askedFrom } from "../find/authorization.ts";
import { calleeName } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { type Call, isMember, isNothing, memberName, pathOf } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, type Node, startOf } from "../parse/tree.ts";
import { GESTURE, GESTURE_OF_OBJECT, STOPPING } from "../rules/names.ts";
import { impatientDecorator } from "./decorated.ts";
import { resultUse } from "./outside-state.ts";
import { runsOf } from "./runs.ts";
import { bodyOf, type Surroundings } from "./state.ts";
import { waitsBefore, waitsBetween } from "./waits.ts";

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
  return does(code, around, from, isGesture);
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

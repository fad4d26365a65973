import { factsAt } from "../../find/dominance.ts";
import type { Candidate } from "../../find/find.ts";
import { ANY } from "../../find/kinds.ts";
import { type Call, constantText, isCall, isMember, memberName, pathOf, propertyName } from "../../find/syntax.ts";
import { usesOf } from "../../find/uses.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../../parse/tree.ts";
import { CLEARING, CREDENTIALS, LEAVING } from "../../rules/names.ts";
import { ENDING_ITSELF } from "../../rules/names-beside.ts";
import { givenIn } from "../changes.ts";
import { isEmptied } from "../emptied.ts";
import { readsOf } from "../sink-reads.ts";
import { bodyOf } from "../state.ts";
import { frameOfSink } from "./frames.ts";
import { placesTaken } from "./taken.ts";

/** More callers behind each other than a sign-out has. */
const MOST_CALLERS = 3;

/**
 * Where other code ends what was granted, as `signOut()` does, and leaves the sink as it is: it has the stored tokens
 * taken away, for no failure that it answers. Who signs in next would be asked for what the one before was.
 *
 * @param asked what tells whose scopes are asked for: the provider among it
 */
export function leftBehind(code: Code, memory: Candidate, asked: readonly Node[]): Node | undefined {
  const handler = code.tree.functionAround(memory.node);
  const frame = frameOfSink(code, memory).within;
  // What is kept for one run is gone with it.
  if (!handler || (isFunction(frame) && covers(handler, frame))) return undefined;
  const owners = new Set(asked.flatMap((each) => [pathOf(code, each) ?? "", ...placesTaken(code, each)]));
  return endingsIn(code, frame).find((ending) => {
    const around = isFunction(ending) ? ending : code.tree.functionAround(ending);
    if (!around || covers(around, handler) || covers(handler, around)) return false;
    if (isCall(ending) && !isOf(code, ending, owners)) return false;
    return !forgets(code, around, memory) && !readsIn(code, around, memory) && isOwnDecision(code, ending);
  });
}

/** The calls of a part of the file that take something away, and its functions that are named for it: `logout()`. */
const endingsIn = (code: Code, within: Node): readonly (Call | FunctionNode)[] =>
  code.answers.of(endingsIn, within, () => {
    const found: (Call | FunctionNode)[] = [];
    code.tree.walk(within, (node) => {
      if (isFunction(node) && LEAVING.test(ownName(code, node) ?? "") && doesSomething(code, node)) found.push(node);
      if (isCall(node) && takesAway(code, node)) found.push(node);
      return undefined;
    });
    return found;
  });

function ownName(code: Code, target: FunctionNode): string | undefined {
  if ("key" in target) return propertyName(code, target.key, "computed" in target && target.computed === true);
  if ("id" in target && target.id) return target.id.name;
  const parent = code.tree.parent(target);
  if (parent?.type === "VariableDeclarator") return parent.id.type === "Identifier" ? parent.id.name : undefined;
  const isPart = parent?.type === "ClassProperty" || parent?.type === "ObjectProperty";
  return isPart ? propertyName(code, parent.key, parent.computed === true) : undefined;
}

/** Whether a function has anything taken away, by a call or by an assignment: `logoutUrl()` gives but a text. */
const doesSomething = (code: Code, target: FunctionNode): boolean =>
  code.tree.own(bodyOf(target), "AssignmentExpression", "CallExpression", "OptionalCallExpression").length > 0;

/** Whether a call has stored credentials taken away: all, or the tokens; not listeners, nor a verifier. */
function takesAway(code: Code, call: Call): boolean {
  const name = isMember(call.callee) ? (memberName(code, call.callee) ?? "") : "";
  if (name === "saveTokens") return call.arguments.every((each) => isEmptied(code, each));
  const what = name.replace(CLEARING, "");
  const [first] = call.arguments;
  const kind = first && constantText(code, first);
  if (!CLEARING.test(name) || ENDING_ITSELF.test(name) || (what !== "" && !CREDENTIALS.test(what) && what !== "All"))
    return false;
  return kind === undefined || kind === "all" || CREDENTIALS.test(kind);
}

/** Whether a call is one of a method of what is asked. */
function isOf(code: Code, { callee }: Call, owners: ReadonlySet<string>): boolean {
  if (!isMember(callee)) return false;
  return [pathOf(code, callee.object) ?? "?", ...placesTaken(code, callee.object)].some((each) => owners.has(each));
}

/** Whether a function, one that it runs or makes, gives the sink, or what that hangs on, another value. */
function forgets(code: Code, around: FunctionNode, { path = "" }: Candidate): boolean {
  const isOfSink = (given: string | undefined) =>
    given !== undefined && `${path}.`.startsWith(`${given.replace(/\*$/, "")}.`);
  if ([...givenIn(code, bodyOf(around)).keys()].some(isOfSink)) return true;
  let isForgotten = false;
  code.tree.walk(bodyOf(around), (node) => {
    if (node.type === "AssignmentExpression" && isOfSink(pathOf(code, node.left))) isForgotten = true;
    return undefined;
  });
  return isForgotten;
}

const readsIn = (code: Code, around: FunctionNode, memory: Candidate): boolean =>
  readsOf(code, memory).some((read) => covers(around, read));

/** Whether nothing of a failure or an answer leads to a node: not itself, nor all callers of its function. */
function isOwnDecision(code: Code, node: Node, depth = 0): boolean {
  if (factsAt(code, node).kinds !== ANY || isCaught(code, node)) return false;
  const around = isFunction(node) ? node : code.tree.functionAround(node);
  const uses = around && usesOf(code, around);
  if (!uses?.complete || uses.mentions.length === 0 || depth > MOST_CALLERS) return true;
  return uses.mentions.some((mention) => covers(around as Node, mention) || isOwnDecision(code, mention, depth + 1));
}

function isCaught(code: Code, node: Node): boolean {
  for (const ancestor of code.tree.ancestors(node)) {
    if (ancestor.type === "CatchClause") return true;
    if (!isFunction(ancestor)) continue;
    const call = code.tree.parent(ancestor);
    return isCall(call) && isMember(call.callee) && memberName(code, call.callee) === "catch";
  }
  return false;
}

import { roleOf } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { functionNamed } from "../find/functions.ts";
import { isCall, isMember, memberName, pathOf, propertyName, unwrap } from "../find/syntax.ts";
import { usesOf } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { SENDING_FUNCTIONS } from "../rules/names-beside.ts";

/**
 * Where a function around a site is sent elsewhere as its text: to a worker or a page, in which no import of this file
 * exists. `pool.exec(work, [url])`, `page.evaluate(async () => …)`, `new Worker(work.toString(), { eval: true })`.
 */
export function sentAsText(code: Code, { node }: Candidate): Node | undefined {
  for (let around = code.tree.functionAround(node); around; around = code.tree.functionAround(around)) {
    const target: FunctionNode = around;
    if (readsThis(code, target)) continue;
    const mentions = [target, ...(usesOf(code, target)?.mentions ?? [])];
    const sent = mentions.map((mention) => sendingOf(code, target, mention)).find((each) => each);
    if (sent) return sent;
  }
  return undefined;
}

/** Whether a function reads the object around it: of its text, nothing would know that. */
const readsThis = (code: Code, target: FunctionNode): boolean =>
  target.type === "ArrowFunctionExpression" && code.tree.own(target.body, "ThisExpression").length > 0;

/** What makes a text of a function that is mentioned somewhere, or gives it to what does. */
function sendingOf(code: Code, target: FunctionNode, mention: Node): Node | undefined {
  const parent = code.tree.parent(mention);
  if (!parent) return undefined;
  if (isMember(parent) && parent.object === mention) {
    const call = code.tree.parent(parent);
    return memberName(code, parent) === "toString" && isCall(call) && call.callee === parent ? call : undefined;
  }
  if (parent.type === "TemplateLiteral") return isToldOnly(code, parent) ? undefined : parent;
  if (parent.type === "ObjectProperty" && parent.value === mention) {
    const name = propertyName(code, parent.key, parent.computed);
    const call = code.tree.nearest(parent, isCall);
    return (name === "func" || name === "function") && call && sends(code, call.callee) ? call : undefined;
  }
  if (!isCall(parent) || parent.callee === mention || !isGiven(code, target, parent.arguments[0])) return undefined;
  return pathOf(code, parent.callee) === "String" || sends(code, parent.callee) ? parent : undefined;
}

/** Whether a text is only told to somebody: `console.log(`${this.get}`)`. */
function isToldOnly(code: Code, text: Node): boolean {
  const call = code.tree.parent(text);
  return isCall(call) && call.callee !== text && roleOf(code, call) === "telling";
}

/** Whether what a call is given first is a function itself, or its name. */
function isGiven(code: Code, target: FunctionNode, given: Node | undefined): boolean {
  const value = given && unwrap(given);
  return value !== undefined && (isFunction(value) ? value : functionNamed(code, value)) === target;
}

/** Whether a method, not one of this file, is named as those are that send functions. */
const sends = (code: Code, callee: Node): boolean =>
  isMember(callee) &&
  SENDING_FUNCTIONS.test(memberName(code, callee) ?? "") &&
  functionNamed(code, callee) === undefined;

import { functionNamed } from "../find/functions.ts";
import { importedFrom } from "../find/imported.ts";
import { shellOf } from "../find/shells.ts";
import { type Call, isCall, isMember, memberName, unwrap } from "../find/syntax.ts";
import { calledFunctions } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { REACTING } from "../rules/names.ts";
import { startersOf } from "./starters.ts";

/** More functions than lie between what runs on a change and what it reads. */
const MOST_CALLS = 3;

/**
 * The call that has a function run where what a sink keeps has changed: `reaction(() => this.scope, () => ask())`, or
 * `autorun(() => ask(this.scope))`, which runs again whenever anything that it reads has changed. A union that holds the
 * challenged scope already is no change, and nothing would be asked.
 */
export const runOnChange = (code: Code, read: Node): Call | undefined =>
  watchOf(code, read) ?? reactionOf(code, read, 0);

/**
 * Whether such a call is made behind a write of the sink, in its own function: it runs for this challenge. Or what it runs
 * holds the write: then the sink is made anew by each run.
 */
export function isBegunFor(code: Code, site: Node, call: Node): boolean {
  const handler = code.tree.functionAround(site);
  return handler !== undefined && (covers(handler, call) || covers(call, site));
}

function watchOf(code: Code, read: Node): Call | undefined {
  const reader = code.tree.functionAround(read);
  const call = reader && code.tree.parent(reader);
  if (!reader || !isCall(call) || !isGiven(read, reader, code)) return undefined;
  const isWatched = call.arguments[0] === reader && call.arguments.slice(1).some((each) => functionNamed(code, each));
  return isWatched && calledFunctions(code, call).length === 0 ? call : undefined;
}

/** Whether a function gives what is read as it is. */
function isGiven(read: Node, reader: Node, code: Code): boolean {
  const parent = code.tree.parent(read);
  return parent === reader || parent?.type === "ReturnStatement";
}

/**
 * The call that is given, to run it again and again, the function in which something is read, or one that runs that. What
 * a listener reads that is registered by such a function is not followed by it.
 */
function reactionOf(code: Code, read: Node, depth: number): Call | undefined {
  const reader = code.tree.functionAround(read);
  if (!reader) return undefined;
  return code.answers.ofBoth(reactionOf, reader, depth, () => reactionAround(code, reader, depth));
}

function reactionAround(code: Code, reader: FunctionNode, depth: number): Call | undefined {
  const own = startedBy(code, reader);
  if (own) return own;
  if (depth >= MOST_CALLS) return undefined;
  // What compilers put an `async` function into is called in its place.
  for (const target of new Set([reader, shellOf(code, reader)]))
    for (const start of startersOf(code, target)) {
      const found = isReaction(code, start, target) ? start : reactionOf(code, start, depth + 1);
      if (found) return found;
    }
  return undefined;
}

function startedBy(code: Code, target: FunctionNode): Call | undefined {
  const call = code.tree.parent(target);
  return call && isReaction(code, call, target) ? call : undefined;
}

function isReaction(code: Code, call: Node, target: FunctionNode): call is Call {
  if (!isCall(call) || calledFunctions(code, call).length > 0) return false;
  const [first] = call.arguments;
  return first !== undefined && functionGivenTo(code, first) === target && REACTING.test(nameOf(code, call) ?? "");
}

/** The function that an argument is, or is bound from: `autorun(this.authorize.bind(this))`. */
function functionGivenTo(code: Code, argument: Node): FunctionNode | undefined {
  const node = unwrap(argument);
  if (isFunction(node)) return node;
  const isBound = isCall(node) && isMember(node.callee) && memberName(code, node.callee) === "bind";
  return functionNamed(code, isBound && isMember(node.callee) ? node.callee.object : node);
}

/** The name under which another module has what is called, whatever it is called here. */
function nameOf(code: Code, call: Call): string | undefined {
  const callee = unwrap(call.callee);
  const imported = importedFrom(code, callee)?.name;
  if (imported !== undefined) return imported;
  return isMember(callee) ? memberName(code, callee) : callee.type === "Identifier" ? callee.name : undefined;
}

import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { isOfFunction, methodNamed, methodOf, runsItself, runsSettled } from "../find/library/lookup.ts";
import { onlyValue, writtenCall } from "../find/lowered.ts";
import { shellOf } from "../find/shells.ts";
import { type Call, isCall, isMember, memberName, unwrap } from "../find/syntax.ts";
import { isExportMention, usesOf } from "../find/uses.ts";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { EMITTING, GIVEN_HANDLER } from "../rules/names.ts";
import { givesEntry } from "./chains.ts";
import type { StateKey } from "./state-keys.ts";
import { firstTestOf } from "./tested-state.ts";

/**
 * Whether a function that is kept in a table, given to an emitter or bound, is run by code which tests some state
 * first: `if (!this.busy) return this.handlers[status](response)`. A call by key is synchronous up to its first await.
 */
export function isTestedByDispatch(
  code: Code,
  candidate: Candidate,
  target: FunctionNode,
  keys: ReadonlySet<StateKey>,
): boolean {
  const owner = code.tree.classAround(target);
  if (!escapes(code, target, owner)) return false;
  return functionsIn(code, outermost(code, owner ?? target)).some((each) => {
    const isOfOther = (code.tree.classAround(each) ?? owner) !== owner;
    if (isOfOther || each === target || covers(each, candidate.node)) return false;
    const test = firstTestOf(code, candidate, each, keys, Number.POSITIVE_INFINITY);
    return test !== undefined && dispatches(code, each, test.read);
  });
}

/** A file of this length is no bundle. */
const LONGEST_SOURCE = 200_000;

function outermost(code: Code, target: Node): Node {
  if (code.source.length <= LONGEST_SOURCE) return code.tree.program;
  let found = target;
  for (let at = code.tree.functionAround(target); at; at = code.tree.functionAround(at)) found = at;
  return found;
}

function functionsIn(code: Code, owner: Node): readonly FunctionNode[] {
  return code.answers.of(functionsIn, owner, () => {
    const found: FunctionNode[] = [];
    code.tree.walk(owner, (node) => {
      if (isFunction(node)) found.push(node);
      return undefined;
    });
    return found;
  });
}

/** Whether a function is mentioned, or made, without being called there: others may call it by what they kept. */
function escapes(code: Code, target: FunctionNode, owner: Node | undefined): boolean {
  const mentions = usesOf(code, target)?.mentions ?? [target];
  if (mentions.some((mention) => isKept(code, mention))) return true;
  // A method that is called by a name put together: `this["on" + status](response)`.
  return shellOf(code, target).type === "ClassMethod" && owner !== undefined && callsByKey(code, owner);
}

const isThen = (code: Code, call: Call): boolean => runsSettled(methodOf(code, call.callee));

function isKept(code: Code, mention: Node): boolean {
  const parent = code.tree.parent(mention);
  switch (parent?.type) {
    case "CallExpression":
    case "OptionalCallExpression":
      return parent.callee !== mention && !isThen(code, parent);
    case "NewExpression":
      // The executor of a promise runs at once.
      return !(parent.callee.type === "Identifier" && parent.callee.name === "Promise");
    case "ArrayExpression":
    case "ReturnStatement":
    case "ConditionalExpression":
    case "LogicalExpression":
      return true;
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.object === mention && isOfFunction(methodOf(code, parent));
    case "ObjectProperty":
      return parent.value === mention;
    case "AssignmentExpression":
      return parent.right === mention && !isExportMention(code, mention);
    default:
      return false;
  }
}

function callsByKey(code: Code, owner: Node): boolean {
  return code.answers.of(callsByKey, owner, () => {
    let found = false;
    code.tree.walk(owner, (node) => {
      found ||=
        isCall(node) &&
        isMember(node.callee) &&
        node.callee.object.type === "ThisExpression" &&
        memberName(code, node.callee) === undefined;
      return !found;
    });
    return found;
  });
}

/** Whether a function runs, behind a test, what it knows by a key, an event or a variable alone. */
function dispatches(code: Code, around: FunctionNode, test: Node): boolean {
  let found = false;
  code.tree.walk(around.body, (node) => {
    found ||= isCall(node) && startOf(node) > startOf(test) && !calledFunction(code, node) && isDispatch(code, node);
    return !found;
  });
  return found;
}

function isDispatch(code: Code, call: Call): boolean {
  const { callee } = writtenCall(code, call);
  if (isCall(callee)) return true;
  if (callee.type === "Identifier") {
    const binding = code.bindings.resolve(callee);
    return binding?.kind === "parameter" || (binding !== undefined && isEntry(code, binding));
  }
  if (!isMember(callee)) return false;
  const name = memberName(code, callee);
  if (name === undefined || EMITTING.test(name) || runsItself(methodNamed(name))) return true;
  // A function that a field was given: `this.handler(response)`, `this.hooks.onRefused(response)`.
  if (callee.object.type === "ThisExpression") return true;
  return isMember(callee.object) && GIVEN_HANDLER.test(name);
}

/** Whether a name stands for an entry of a list or a table: `const handler = this.handlers[status]`. */
function isEntry(code: Code, { declaration, identifier }: Binding): boolean {
  if (declaration.type !== "VariableDeclarator") return false;
  const loop = code.tree.parent(code.tree.parent(declaration) ?? declaration);
  if (loop?.type === "ForOfStatement") return true;
  const value = onlyValue(code, identifier);
  const held = value && unwrap(value);
  if (isMember(held)) return memberName(code, held) === undefined || held.object.type === "ThisExpression";
  return isCall(held) && givesEntry(code, held.callee);
}

import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { covers, isLoop, type Node, startOf } from "../parse/tree.ts";
import { LOGGING } from "../rules/names.ts";
import { calleeName, copiesRecords, locksRecord, roleOf } from "./calls.ts";
import { libraryOf } from "./library/lookup.ts";
import { type Call, isCall, isMember, unwrap } from "./syntax.ts";

/** The call that is given a variable which holds an options record, whole or spread. */
export function callOfRecord(code: Code, declarator: t.VariableDeclarator): Call | undefined {
  const calls = callsGiven(code, declarator);
  const others = calls.filter((call) => !onlyReads(code, call));
  return others.find((call) => roleOf(code, call) === "authorization") ?? others[0] ?? calls[0];
}

/**
 * Whether a variable that holds an options record was handed to other code before the call that takes it: that may have
 * changed it.
 *
 * @param part a part of the record, as it is declared
 */
export function isHandedOutBefore(code: Code, part: Node, taking: Node): boolean {
  const declarator = declaratorAround(code, part);
  if (!declarator || covers(declarator, taking)) return false;
  return callsGiven(code, declarator).some((call) => {
    if (call === taking || onlyReads(code, call)) return false;
    const loop = [...code.tree.ancestors(call)].find((node) => isLoop(node) && !covers(node, declarator));
    return startOf(call) < startOf(taking) || (loop !== undefined && covers(loop, taking));
  });
}

function declaratorAround(code: Code, part: Node): t.VariableDeclarator | undefined {
  for (const ancestor of code.tree.ancestors(part)) {
    if (ancestor.type === "VariableDeclarator") return ancestor;
    if (ancestor.type.endsWith("Statement")) return undefined;
  }
  return undefined;
}

function referencesTo(code: Code, { id }: t.VariableDeclarator): readonly Node[] {
  const binding = id.type === "Identifier" ? code.bindings.resolve(id) : undefined;
  return (binding && code.bindings.references(binding)) ?? [];
}

/** The calls that are given a variable which holds an options record. */
function callsGiven(code: Code, declarator: t.VariableDeclarator): Call[] {
  return (declarator.init && isRecord(code, declarator.init) ? referencesTo(code, declarator) : []).flatMap(
    (reference) => {
      const call = callAround(code, reference);
      return call ? [call] : [];
    },
  );
}

/** Whether an expression makes a record, cast or locked or not: `{ scope } as const`, `Object.freeze({ scope })`. */
export function isRecord(code: Code, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "ObjectExpression") return true;
  const [first] = isCall(node) ? node.arguments : [];
  if (isCall(node) && first && locksRecord(code, node)) return isRecord(code, first);
  return isCall(node) && copiesRecords(code, node);
}

/** The call that a name is an argument of, or is spread or copied into an argument of. */
function callAround(code: Code, reference: Node): Call | undefined {
  let child = reference;
  for (const parent of code.tree.ancestors(reference)) {
    if (isCall(parent)) {
      if (parent.callee === child) return undefined;
      if (!copiesRecords(code, parent) && !locksRecord(code, parent)) return parent;
    } else if (
      parent.type !== "SpreadElement" &&
      parent.type !== "ObjectExpression" &&
      unwrap(parent) !== unwrap(child)
    )
      return undefined;
    child = parent;
  }
  return undefined;
}

/** Whether a record is written to a log here, and nothing comes of that: `console.debug("asking", options);`. */
export function isLogged(code: Code, reference: Node): boolean {
  const call = callAround(code, reference);
  if (!call || !isMember(call.callee) || !LOGGING.test(calleeName(code, call) ?? "")) return false;
  const parent = code.tree.parent(call);
  return parent?.type === "ExpressionStatement" || parent?.type === "SequenceExpression";
}

/** Whether a call does nothing with what it is given but read it: it makes a text or a copy, or writes it to a log. */
export function onlyReads(code: Code, call: Call): boolean {
  const callee = unwrap(call.callee);
  return libraryOf(code, callee)?.looks || (isMember(callee) && LOGGING.test(calleeName(code, call) ?? ""));
}

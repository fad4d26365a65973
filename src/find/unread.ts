import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { getterOf } from "./accessors.ts";
import { type Alternative, CHALLENGED } from "./alternatives.ts";
import { callsHelper } from "./calls.ts";
import type { FlowQuestion } from "./leaf.ts";
import { libraryOf, methodOf } from "./library/lookup.ts";
import { originOf } from "./origins.ts";
import { isFilledFromSeveral } from "./parts-given.ts";
import { comesFrom } from "./sources.ts";
import { type Call, isCall, isMember, type Member, pathOf, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";

/** Whether a call is one of the language, or of the helper: what it makes of a scope is known. */
export function keepsText(code: Code, call: Call | t.NewExpression): boolean {
  if (callsHelper(code, call)) return true;
  const callee = unwrap(call.callee);
  const library = libraryOf(code, callee);
  if (library?.isByPattern) return isOfNoBlanks(call.arguments[1]);
  if (library?.keepsText) return true;
  const root = isMember(callee) ? unwrap(callee.object) : callee;
  return root.type === "Identifier" && libraryOf(code, root)?.keepsText === true;
}

/** Whether a pattern takes all that is no blank out of a text: `/\S+/g`. */
const isOfNoBlanks = (pattern: Node | undefined): boolean =>
  pattern?.type === "RegExpLiteral" && pattern.pattern === "\\S+" && pattern.flags.includes("g");

/**
 * The call of a function that is not read, where a value is a part of what that gives for the challenged scope:
 * `const { scope: next } = plan({ scope })`. Or
 * a record that is filled from more than one thing, or a getter that makes something of its own.
 */
export function unreadSource(question: FlowQuestion, value: Node, depth = 0): Node | undefined {
  const { code } = question;
  const node = unwrap(value);
  const next = (inner: Node | null | undefined) => (inner ? unreadSource(question, inner, depth + 1) : undefined);
  if (depth > MOST_DEPTH) return undefined;
  if (node.type === "AwaitExpression") return next(node.argument);
  if (isMember(node)) return isOfGetter(code, node) ? node : next(node.object);
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    if (isOfSeveral(code, node)) return node;
    const declaration = binding?.declaration;
    return declaration?.type === "VariableDeclarator" ? next(declaration.init) : undefined;
  }
  if (!isCall(node)) return undefined;
  if (isMember(node.callee) && isOfSeveral(code, node.callee.object)) return node;
  if (methodOf(code, node.callee)?.gives?.startsWith("match") || keepsText(code, node)) return undefined;
  return node.arguments.some((argument) => holdsChallenge(question, argument)) ? node : undefined;
}

const MOST_DEPTH = 8;

/** Whether a getter of another object gives it: what its fields hold by then is not followed. */
const isOfGetter = (code: Code, member: Member): boolean =>
  !isThis(pathOf(code, member.object)) && getterOf(code, member) !== undefined;

function isOfSeveral(code: Code, record: Node): boolean {
  const node = unwrap(record);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return binding !== undefined && isFilledFromSeveral(code, binding);
}

/** Values that a function which is not read may have made of what it was given. */
export const unread = (call: Node, values: readonly Alternative[]): readonly Alternative[] =>
  values.map((each) => ((each.parts & CHALLENGED) !== 0 ? { ...each, unread: each.unread ?? call } : each));

/** Whether an argument is the challenged scope, or a record that it was put into; not what it is yet to be read from. */
function holdsChallenge({ code, challenge }: FlowQuestion, argument: Node): boolean {
  const origin = originOf(code, argument);
  return origin.namesScope && comesFrom(origin, challenge);
}

import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { type Alternative, CHALLENGED } from "./alternatives.ts";
import { callsHelper } from "./calls.ts";
import type { FlowQuestion } from "./leaf.ts";
import { libraryOf, methodOf } from "./library/lookup.ts";
import { originOf } from "./origins.ts";
import { comesFrom } from "./sources.ts";
import { type Call, isCall, isMember, unwrap } from "./syntax.ts";

/** Whether a call is one of the language, or of the helper: what it makes of a scope is known. */
export function keepsText(code: Code, call: Call | t.NewExpression): boolean {
  if (callsHelper(code, call)) return true;
  const callee = unwrap(call.callee);
  if (libraryOf(code, callee)?.keepsText) return true;
  const root = isMember(callee) ? unwrap(callee.object) : callee;
  return root.type === "Identifier" && libraryOf(code, root)?.keepsText === true;
}

/**
 * The call of a function that is not read, where a value is a part of what that gives for the challenged scope:
 * `const { scope: next } = plan({ scope })`.
 */
export function unreadSource(question: FlowQuestion, value: Node, depth = 0): Node | undefined {
  const { code } = question;
  const node = unwrap(value);
  const next = (inner: Node | null | undefined) => (inner ? unreadSource(question, inner, depth + 1) : undefined);
  if (depth > MOST_DEPTH) return undefined;
  if (node.type === "AwaitExpression") return next(node.argument);
  if (isMember(node)) return next(node.object);
  if (node.type === "Identifier") {
    const declaration = code.bindings.resolve(node)?.declaration;
    return declaration?.type === "VariableDeclarator" ? next(declaration.init) : undefined;
  }
  if (!isCall(node)) return undefined;
  if (methodOf(code, node.callee)?.gives?.startsWith("match") || keepsText(code, node)) return undefined;
  return node.arguments.some((argument) => holdsChallenge(question, argument)) ? node : undefined;
}

const MOST_DEPTH = 8;

/** Values that a function which is not read may have made of what it was given. */
export const unread = (call: Node, values: readonly Alternative[]): readonly Alternative[] =>
  values.map((each) => ((each.parts & CHALLENGED) !== 0 ? { ...each, unread: each.unread ?? call } : each));

/** Whether an argument is the challenged scope, or a record that it was put into; not what it is yet to be read from. */
function holdsChallenge({ code, challenge }: FlowQuestion, argument: Node): boolean {
  const origin = originOf(code, argument);
  return origin.namesScope && comesFrom(origin, challenge);
}

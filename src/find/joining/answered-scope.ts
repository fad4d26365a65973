import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import { propertyNames } from "../calls.ts";
import { onlyValue } from "../lowered.ts";
import { namesScope } from "../origins.ts";
import { awaited, constantValue, isCall, isMember, memberName, unwrap } from "../syntax.ts";

/** More names than an answer has on its way. */
const MOST_NAMES = 4;

/**
 * Whether a value is the scope that the answer to a token request names, which leaves it out where that is the one that
 * was asked for (RFC 6749 section 5.1): `data.scope` of `const { data } = await post(url, { grant_type, code })`.
 */
export function isAnsweredScope(code: Code, value: Node): boolean {
  const member = unwrap(value);
  if (!isMember(member) || !namesScope(memberName(code, member))) return false;
  return isTokenAnswer(code, member.object, 0);
}

function isTokenAnswer(code: Code, expression: Node, depth: number): boolean {
  const node = awaited(unwrap(expression));
  if (depth > MOST_NAMES) return false;
  if (node.type === "Identifier") {
    const declaration = code.bindings.resolve(node)?.declaration;
    if (declaration?.type !== "VariableDeclarator") return false;
    const isPattern = declaration.id.type === "ObjectPattern";
    const made = isPattern ? declaration.init : onlyValue(code, node);
    return made ? isTokenAnswer(code, made, depth + 1) : false;
  }
  if (isMember(node)) return isTokenAnswer(code, node.object, depth + 1);
  if (!isCall(node)) return false;
  if (node.arguments.some((each) => sendsGrant(code, each))) return true;
  return isMember(node.callee) && isTokenAnswer(code, node.callee.object, depth + 1);
}

/** Whether what a call is given says by which grant a token is asked for (RFC 6749 section 4.1.3), there or by a name. */
function sendsGrant(code: Code, argument: Node, depth = 0): boolean {
  let found = false;
  code.tree.walkOwn(argument, (node) => {
    found ||= node.type === "ObjectExpression" && propertyNames(code, node).includes("grant_type");
    const named = node.type === "Identifier" && depth === 0 ? constantValue(code, node) : undefined;
    found ||= named !== undefined && sendsGrant(code, named, 1);
    return !found;
  });
  return found;
}

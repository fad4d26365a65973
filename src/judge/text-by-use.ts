import { authorizationCalls } from "../find/authorization.ts";
import type { Candidate } from "../find/find.ts";
import { moduleOf } from "../find/imported.ts";
import { destructuredNames } from "../find/patterns.ts";
import { isCall, isMember, memberName, unwrap } from "../find/syntax.ts";
import { textOfValue } from "../find/text-of.ts";
import { NOTHING, TEXT } from "../find/text-types.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

const SDK = /^@modelcontextprotocol\//;

/**
 * Whether a sink whose type is not seen takes any text and gives nothing but texts: the compiler let it have one, and
 * let the SDK's own function have what it holds.
 */
export function isTextByUse(code: Code, candidate: Candidate): boolean {
  if (!isText(code, candidate.value)) return false;
  return authorizationCalls(code, candidate).some((call) => SDK.test(moduleOf(code, call) ?? ""));
}

/** Whether a value is any text, or nothing, by its type: a declared one, or that of the SDK's challenge. */
function isText(code: Code, value: Node): boolean {
  const node = unwrap(value);
  const type = textOfValue(code, value);
  if ((type & TEXT) !== 0 && (type & ~(TEXT | NOTHING)) === 0) return true;
  // A cast to a type that is not seen hides what the value is.
  if (value.type === "TSAsExpression" || value.type === "TSTypeAssertion") return false;
  if (node.type === "LogicalExpression") return isText(code, node.left);
  if (isMember(node)) return memberName(code, node) === "scope" && isChallenge(code, node.object);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const declarator = binding?.declaration;
  if (!binding || declarator?.type !== "VariableDeclarator" || !declarator.init) return false;
  if (declarator.id === binding.identifier) return isText(code, declarator.init);
  return destructuredNames(code, declarator.id, binding).join() === "scope" && isChallenge(code, declarator.init);
}

/** Whether an expression is the challenge that a function of the SDK reads: its scope is a text. */
function isChallenge(code: Code, expression: Node): boolean {
  const node = unwrap(expression);
  if (isCall(node)) return SDK.test(moduleOf(code, node) ?? "");
  const declaration = node.type === "Identifier" ? code.bindings.resolve(node)?.declaration : undefined;
  return declaration?.type === "VariableDeclarator" && declaration.init != null && isChallenge(code, declaration.init);
}

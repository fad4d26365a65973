import type { Test } from "../find/facts.ts";
import { originOf, testedSources } from "../find/origins.ts";
import { type Call, constantText, isCall, isMember, memberName, pathOf, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { BESIDE_CHALLENGE, CHALLENGE_HEADER } from "../rules/names.ts";

/**
 * The call that gives a value, where that is not made of the challenge but looked up by a part of it: by the error code
 * that was compared, or by the address of the response; or read from another header of it. `table.get(error)` and `scopeFor(response.url)` are no readers.
 */
export function lookedUp(code: Code, value: Node, tests: readonly Test[]): Node | undefined {
  const call = callGiving(code, value, 0);
  if (!call || isOtherHeader(code, call)) return call;
  const challenge = testedSources(code, tests);
  const compared = new Set(
    tests.flatMap(({ kind, subject }) =>
      subject && (kind === "comparison" || kind === "switch-case") ? (pathOf(code, subject) ?? []) : [],
    ),
  );
  const callee = unwrap(call.callee);
  const operands = [...(isMember(callee) ? [callee.object] : []), ...call.arguments].flatMap(partsOf);
  const sources = new Set([...challenge.own, ...challenge.given]);
  const related = operands.filter((each) => {
    const { own, given } = originOf(code, each);
    return [...own, ...given].some((source) => sources.has(source));
  });
  const isKey = (each: Node) => {
    const node = unwrap(each);
    return (
      compared.has(pathOf(code, node) ?? "") || (isMember(node) && BESIDE_CHALLENGE.test(memberName(code, node) ?? ""))
    );
  };
  return related.length > 0 && related.every(isKey) ? call : undefined;
}

/** Whether a call reads a header that holds no challenge: `response.headers.get("x-accepted-scopes")`. */
function isOtherHeader(code: Code, { callee, arguments: given }: Call): boolean {
  const [name] = given;
  const header = name && isMember(callee) && memberName(code, callee) === "get" ? constantText(code, name) : undefined;
  const isOfHeaders = isMember(callee) && isMember(callee.object) && memberName(code, callee.object) === "headers";
  return isOfHeaders && header !== undefined && !CHALLENGE_HEADER.test(header);
}

/** What is handed over: the values of a record or list that is written out, else the operand. */
function partsOf(operand: Node): Node[] {
  const node = unwrap(operand);
  if (node.type === "ArrayExpression") return node.elements.flatMap((each) => (each ? partsOf(each) : []));
  if (node.type !== "ObjectExpression") return [operand];
  return node.properties.flatMap((each) => (each.type === "ObjectProperty" ? partsOf(each.value) : []));
}

/** The call whose result, or a part of it, a value is. */
function callGiving(code: Code, value: Node, depth: number): Call | undefined {
  const node = unwrap(value);
  const next = (inner: Node | null | undefined) => (inner ? callGiving(code, inner, depth + 1) : undefined);
  if (depth > 8) return undefined;
  if (isCall(node)) return node;
  if (node.type === "AwaitExpression") return next(node.argument);
  if (isMember(node)) return next(node.object);
  const declaration = node.type === "Identifier" ? code.bindings.resolve(node)?.declaration : undefined;
  return declaration?.type === "VariableDeclarator" ? next(declaration.init) : undefined;
}

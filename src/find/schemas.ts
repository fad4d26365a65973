import type { Code } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import { LETTING_MORE, LITERAL_SCHEMA, SAFE_PARSE } from "../rules/names.ts";
import { isErrorCode } from "./error-code.ts";
import { NOTHING, type Test } from "./facts.ts";
import { INSUFFICIENT } from "./kinds.ts";
import { constantText, constantValue, isCall, isMember, type Member, memberName, unwrap } from "./syntax.ts";
import { narrowing, type Truth } from "./truth.ts";

/**
 * What a schema lets through: `parsed.success`, where `parsed` is what `z.object({ error: z.literal("insufficient_scope") })`
 * or `v.safeParse(Schema, body)` gave. That it lets nothing through may have other reasons.
 */
export function schemaTruth(code: Code, member: Member): Truth | undefined {
  if (memberName(code, member) !== "success") return undefined;
  const object = unwrap(member.object);
  const held = object.type === "Identifier" ? constantValue(code, object) : object;
  const given = held && unwrap(held.type === "AwaitExpression" ? held.argument : held);
  const callee = isCall(given) ? unwrap(given.callee) : undefined;
  if (!isCall(given) || !isMember(callee) || !SAFE_PARSE.test(memberName(code, callee) ?? "")) return undefined;
  const [first] = given.arguments;
  const asks = asksFor(code, callee.object) ?? (first && asksFor(code, first));
  if (!asks) return undefined;
  const test: Test = { node: member, kind: "predicate", subject: object, ofErrorCode: true };
  const doubted: Test = asks === "alone" ? test : { ...test, doubt: "other-causes" };
  return { yes: narrowing(doubted, INSUFFICIENT).yes, no: NOTHING };
}

/** Whether a schema of the file asks for the error code, alone or as one of several values. */
function asksFor(code: Code, schema: Node): "alone" | "among" | undefined {
  const name = unwrap(schema);
  const made = name.type === "Identifier" ? constantValue(code, name) : name;
  if (!isCall(made)) return undefined;
  let found: "alone" | "among" | undefined;
  const wider: Node[] = [];
  code.tree.walk(made, (node) => {
    if (!isCall(node)) return undefined;
    const callee = unwrap(node.callee);
    const called = isMember(callee) ? (memberName(code, callee) ?? "") : "";
    if (LETTING_MORE.test(called)) wider.push(node);
    const isAsked = node.arguments.some((each) => holdsCode(code, each));
    if (isAsked && LITERAL_SCHEMA.test(called) && !wider.some((each) => covers(each, node))) found ??= "alone";
    else if (isAsked) found = "among";
    return undefined;
  });
  return found;
}

const holdsCode = (code: Code, value: Node): boolean => {
  const node = unwrap(value);
  if (node.type === "ArrayExpression") return node.elements.some((each) => each && holdsCode(code, each));
  return isErrorCode(constantText(code, node));
};

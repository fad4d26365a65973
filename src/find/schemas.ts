import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { RECORD_SCHEMA, SAFE_PARSE, SAME_SCHEMA, SCHEMA_MODULE } from "../rules/names.ts";
import { isErrorCode } from "./error-code.ts";
import { NOTHING, type Test } from "./facts.ts";
import { importedFrom } from "./imported.ts";
import { INSUFFICIENT } from "./kinds.ts";
import { type Call, constantText, constantValue, isCall, isMember, type Member, memberName, unwrap } from "./syntax.ts";
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
  const { arguments: args } = given;
  const schema = asksFor(code, callee.object) ? callee.object : args[0];
  const asks = schema && asksFor(code, schema);
  if (!asks) return undefined;
  const value = args.find((each) => each !== schema);
  const isWhole = value !== undefined && !isMember(unwrap(value)) && unwrap(value).type !== "ObjectExpression";
  const test: Test = { node: member, kind: "predicate", subject: object, ofErrorCode: true };
  const proved: Test = asks === "alone" && isWhole ? test : { ...test, doubt: "other-causes" };
  return { yes: narrowing(proved, INSUFFICIENT).yes, no: NOTHING };
}

/** Whether a schema of the file asks for the error code alone, as a property of a record; or among what else it says. */
function asksFor(code: Code, schema: Node): "alone" | "among" | undefined {
  const name = unwrap(schema);
  const made = name.type === "Identifier" ? constantValue(code, name) : name;
  if (!isCall(made)) return undefined;
  const record = recordOf(code, made);
  const isAlone = record?.properties.some((part) => part.type === "ObjectProperty" && isCode(code, part.value));
  if (isAlone) return "alone";
  let isAmong = false;
  code.tree.walk(made, (node) => {
    isAmong ||= isErrorCode(constantText(code, node));
    return !isAmong;
  });
  return isAmong ? "among" : undefined;
}

/** Whether a function is one of a library whose schemas are known, and not another of that name. */
function isOfSchemas(code: Code, callee: Node): boolean {
  let root = unwrap(callee);
  while (isMember(root)) root = unwrap(root.object);
  return SCHEMA_MODULE.test(importedFrom(code, root)?.module ?? "");
}

/** The record of `z.object({ … })`, which what is called on it leaves as it is. */
function recordOf(code: Code, call: Call): t.ObjectExpression | undefined {
  const callee = unwrap(call.callee);
  const name = isMember(callee) ? memberName(code, callee) : undefined;
  const object = isMember(callee) ? unwrap(callee.object) : undefined;
  if (name && RECORD_SCHEMA.test(name) && isOfSchemas(code, callee)) {
    const [record] = call.arguments;
    return record?.type === "ObjectExpression" && !record.properties.some(({ type }) => type === "SpreadElement")
      ? record
      : undefined;
  }
  return name && SAME_SCHEMA.test(name) && isCall(object) ? recordOf(code, object) : undefined;
}

/** `z.literal("insufficient_scope")`, and nothing else. */
function isCode(code: Code, value: Node): boolean {
  const call = unwrap(value);
  const callee = isCall(call) ? unwrap(call.callee) : undefined;
  if (!isCall(call) || !isMember(callee) || memberName(code, callee) !== "literal" || !isOfSchemas(code, callee))
    return false;
  const [text, ...others] = call.arguments;
  return text !== undefined && others.length === 0 && isErrorCode(constantText(code, text));
}

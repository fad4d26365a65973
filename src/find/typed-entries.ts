import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { TELLING_MEMBERS } from "../rules/names.ts";
import { membersNamed } from "./declared-types.ts";
import { isErrorCode } from "./error-code.ts";
import { type Facts, NOTHING } from "./facts.ts";
import { INSUFFICIENT } from "./kinds.ts";
import { constantText } from "./syntax.ts";

/**
 * What is likely in a function whose callers are not seen: that it answers a step-up, where the type of a parameter says
 * so, as `refusal: InsufficientScopeError` or `challenge: { error: "insufficient_scope"; scope: string }`.
 */
export function typedEntry(code: Code, entered: FunctionNode): Facts {
  for (const parameter of entered.params) {
    const annotation = parameter.type === "Identifier" ? parameter.typeAnnotation : undefined;
    if (annotation?.type !== "TSTypeAnnotation" || !tellsStepUp(code, annotation.typeAnnotation)) continue;
    const test = { node: parameter, kind: "error-class", subject: parameter, ofErrorCode: true } as const;
    return { ...NOTHING, kinds: INSUFFICIENT, tests: [{ ...test, doubt: "escaping-function" }] };
  }
  return NOTHING;
}

function tellsStepUp(code: Code, type: t.TSType): boolean {
  if (type.type === "TSTypeReference") {
    const name = type.typeName.type === "Identifier" ? type.typeName : type.typeName.right;
    if (isErrorCode(name.name)) return true;
  }
  return TELLING_MEMBERS.some((name) => {
    const members = membersNamed(code, type, name) ?? [];
    return members.length > 0 && members.every((member) => isLiteralCode(code, member));
  });
}

function isLiteralCode(code: Code, member: Node): boolean {
  const annotation = "typeAnnotation" in member ? member.typeAnnotation : undefined;
  if (annotation?.type !== "TSTypeAnnotation" || annotation.typeAnnotation.type !== "TSLiteralType") return false;
  return isErrorCode(constantText(code, annotation.typeAnnotation.literal));
}

import type { Code } from "../parse/code.ts";
import { isUnion } from "./alternatives.ts";
import type { FlowQuestion } from "./leaf.ts";
import { alternativesOf } from "./values.ts";
import type { Written } from "./written.ts";

/**
 * Whether the record in which a function gives the challenged scope holds the union as well, under another name:
 * `return { ...challenge, required: scope, scopes: join(granted, scope) }`. Who asks takes that; who takes the other is
 * judged where it is kept.
 */
export function isBesideUnion(code: Code, question: FlowQuestion, { kind, target }: Written): boolean {
  const record = kind === "return" ? code.tree.parent(target) : undefined;
  if (record?.type !== "ObjectExpression") return false;
  return record.properties.some(
    (each) => each !== target && each.type === "ObjectProperty" && alternativesOf(question, each.value).some(isUnion),
  );
}

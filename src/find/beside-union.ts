import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { isUnion } from "./alternatives.ts";
import type { FlowQuestion } from "./leaf.ts";
import { isMember, propertyName } from "./syntax.ts";
import { alternativesOf } from "./values.ts";
import type { Written } from "./written.ts";

/**
 * Whether the record in which a function gives the challenged scope holds the union as well, under another name that the
 * file reads: `return { ...challenge, required: scope, scopes: join(granted, scope) }`. Who asks takes that; who takes the
 * other is judged where it is kept.
 */
export function isBesideUnion(code: Code, question: FlowQuestion, { kind, target }: Written): boolean {
  const record = kind === "return" ? code.tree.parent(target) : undefined;
  if (record?.type !== "ObjectExpression") return false;
  return record.properties.some(
    (each) =>
      each !== target &&
      each.type === "ObjectProperty" &&
      alternativesOf(question, each.value).some(isUnion) &&
      isRead(code, each),
  );
}

/** Whether a file reads what has the name of a property, as a member or by a pattern. */
function isRead(code: Code, property: t.ObjectProperty): boolean {
  const name = propertyName(code, property.key, property.computed);
  return ((name !== undefined && code.bindings.mentions(name, code.tree.program)) || []).some((mention) => {
    const parent = code.tree.parent(mention);
    if (isMember(parent)) return parent.property === mention;
    return parent?.type === "ObjectProperty" && code.tree.parent(parent)?.type === "ObjectPattern";
  });
}

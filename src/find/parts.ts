import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { grouped } from "../parse/grouped.ts";
import { propertyName } from "./syntax.ts";

/** A part of a class, or of a record that is written out. */
export type Part = t.ClassBody["body"][number] | t.ObjectExpression["properties"][number];

/** The parts of a class or a record that bear a name, in their order: the classes of bundles have hundreds of others. */
export function partsNamed(code: Code, owner: t.Class | t.ObjectExpression, name: string): readonly Part[] {
  const known = code.answers.of(partsNamed, owner, () => {
    const parts: readonly Part[] = owner.type === "ObjectExpression" ? owner.properties : owner.body.body;
    return grouped(parts.map((part) => [nameOf(code, part), part] as const));
  });
  return known.get(name) ?? [];
}

const nameOf = (code: Code, part: Part): string | undefined =>
  "key" in part ? propertyName(code, part.key, "computed" in part && part.computed === true) : undefined;

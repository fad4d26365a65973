import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import { constantText, propertyName } from "./syntax.ts";

/** The assignment that writes to a name, directly or through a pattern. */
export function assignmentAround(code: Code, write: Node): t.AssignmentExpression | undefined {
  for (const ancestor of code.tree.ancestors(write)) {
    if (ancestor.type === "AssignmentExpression") return ancestor;
    if (!/Pattern$|^ObjectProperty$|^RestElement$/.test(ancestor.type)) return undefined;
  }
  return undefined;
}

/** The property names on the way from a pattern to one of the names it binds, outermost first. */
export function destructuredNames(
  code: Code,
  pattern: Node | undefined,
  binding: Pick<Binding, "identifier">,
): string[] {
  switch (pattern?.type) {
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type === "RestElement") continue;
        const inner = property.value;
        if (
          (inner.start ?? 0) <= (binding.identifier.start ?? 0) &&
          (binding.identifier.end ?? 0) <= (inner.end ?? 0)
        ) {
          const name = propertyName(code, property.key, property.computed);
          return [...(name === undefined ? [] : [name]), ...destructuredNames(code, inner, binding)];
        }
      }
      return [];
    case "AssignmentPattern":
      return destructuredNames(code, pattern.left, binding);
    case "ArrayPattern":
      for (const element of pattern.elements) {
        const names = element ? destructuredNames(code, element, binding) : [];
        if (names.length > 0) return names;
      }
      return [];
    case "TSParameterProperty":
      return destructuredNames(code, pattern.parameter, binding);
    default:
      return [];
  }
}

/**
 * The way from what a pattern takes apart to one of the names it binds: property names, and the places of elements as
 * numbers in decimal. Undefined where a default may take the place of what is there, or the name gets several.
 */
export function wayTo(code: Code, pattern: Node, name: t.Identifier): readonly string[] | undefined {
  if (pattern === name) return [];
  const step = (key: string | undefined, inner: Node): readonly string[] | undefined => {
    const rest = key === undefined ? undefined : wayTo(code, inner, name);
    return key === undefined || !rest ? undefined : [key, ...rest];
  };
  if (pattern.type === "ArrayPattern") {
    const place = pattern.elements.findIndex((each) => each && covers(each, name));
    const element = pattern.elements[place];
    return element ? step(String(place), element) : undefined;
  }
  if (pattern.type !== "ObjectPattern") return undefined;
  const property = pattern.properties.find((each) => covers(each, name));
  return property?.type === "ObjectProperty"
    ? step(propertyName(code, property.key, property.computed), property.value)
    : undefined;
}

/** The texts with which the other names of a list's pattern are compared: `for (const [, key, value] of …) if (key === "scope")`. */
export function textsBeside(code: Code, pattern: Node, binding: Pick<Binding, "identifier">): string[] {
  if (pattern.type !== "ArrayPattern") return [];
  const beside = pattern.elements.filter((each) => each?.type === "Identifier" && each !== binding.identifier);
  return beside.flatMap((each) => {
    const other = each?.type === "Identifier" ? code.bindings.resolve(each) : undefined;
    return ((other && code.bindings.references(other)) ?? []).flatMap((reference) => {
      const test = code.tree.parent(reference);
      if (test?.type !== "BinaryExpression" || !/^={2,3}$/.test(test.operator)) return [];
      return constantText(code, test.left === reference ? test.right : test.left) ?? [];
    });
  });
}

/** Whether a place gets what a pattern takes apart, what a loop goes through, or what it holds and one more. */
export function isTakenInto(code: Code, place: Node): boolean {
  const parent = code.tree.parent(place);
  if (parent?.type === "ForOfStatement" || parent?.type === "ForInStatement") return parent.left === place;
  if (parent?.type === "ObjectProperty") return code.tree.parent(parent)?.type === "ObjectPattern";
  return /^(?:ArrayPattern|AssignmentPattern|RestElement|UpdateExpression)$/.test(parent?.type ?? "");
}

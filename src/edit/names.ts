import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

/** Whether a name is declared where it would be seen at a node, or mentioned as a variable within a range. */
export function isTaken(code: Code, name: string, at: Node, within: Node): boolean {
  if (code.bindings.lookup(name, at)) return true;
  return (code.bindings.mentions(name, within) ?? [at]).some((mention) => isVariable(code, mention));
}

function isVariable(code: Code, node: Node): boolean {
  if (node.type !== "Identifier") return false;
  const parent = code.tree.parent(node);
  switch (parent?.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.property !== node || parent.computed;
    case "ObjectProperty":
      return parent.value === node;
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassProperty":
    case "TSPropertySignature":
    case "TSMethodSignature":
      return false;
    default:
      return true;
  }
}

/** The first of some names, then of the last one numbered, that is free. */
export function freeName(names: readonly string[], isTakenName: (name: string) => boolean): string {
  for (const name of names) if (!isTakenName(name)) return name;
  const last = names.at(-1) ?? "name";
  let number = 1;
  while (isTakenName(`${last}_${number}`)) number++;
  return `${last}_${number}`;
}

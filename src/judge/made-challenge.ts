import { factsAt } from "../find/dominance.ts";
import { isStepUp } from "../find/kinds.ts";
import { constantText, constantValue, isMember, memberName, propertyValue, unwrap } from "../find/syntax.ts";
import { argumentsFor } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import { covers, isFunction, type Node } from "../parse/tree.ts";

/**
 * What a caller of this file writes out in place of a challenge, where the scope is that of a parameter:
 * `this.obey({ error: "insufficient_scope", scope: "read" })`. No server says so: the caller may narrow what is asked for.
 */
export function madeChallenge(code: Code, challenged: Node): Node | undefined {
  let root = unwrap(challenged);
  const names: string[] = [];
  for (; isMember(root); root = unwrap(root.object)) {
    const name = memberName(code, root);
    if (name === undefined) return undefined;
    names.unshift(name);
  }
  const binding = root.type === "Identifier" ? code.bindings.resolve(root) : undefined;
  if (!binding || !isFunction(binding.declaration)) return undefined;
  const parameter = binding.declaration.params.find((each) => covers(each, binding.identifier));
  const isWhole = parameter === binding.identifier;
  return argumentsFor(code, binding.declaration, binding).find(
    (given) =>
      isWrittenOut(code, given, isWhole ? names : undefined) &&
      // What stands in for a scope that a challenge does not name widens.
      !isStepUp(factsAt(code, given).proved),
  );
}

/** Whether a value, or the part of it that names lead to, is a constant text; without names, any part called a scope. */
function isWrittenOut(code: Code, given: Node, names: readonly string[] | undefined): boolean {
  const name = unwrap(given);
  let value: Node | undefined = (name.type === "Identifier" && constantValue(code, name)) || name;
  for (const part of names ?? ["scope"]) {
    if (value?.type !== "ObjectExpression") return false;
    const inner: Node | undefined = propertyValue(code, value, part);
    value = inner && unwrap(inner);
  }
  return value !== undefined && (constantText(code, value) ?? "") !== "";
}

import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, isLoop, type Node, startOf } from "../parse/tree.ts";
import { factsAt } from "./dominance.ts";
import type { Facts } from "./facts.ts";
import { isStepUp, isWithin } from "./kinds.ts";
import { isWritten } from "./request-use.ts";
import { isMachineLoop, writtenFunctionAround } from "./state-machines.ts";
import { unwrap } from "./syntax.ts";

/** Whether a variable was declared before the evidence: one of the handler's own is but a name for a value. */
export function outlivesHandler(code: Code, target: Node, facts: Facts): boolean {
  const name = unwrap(target);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  if (!binding || isWithin(factsAt(code, binding.identifier).kinds, facts.kinds)) return false;
  if (code.tree.functionAround(binding.identifier) !== writtenFunctionAround(code, name)) return true;
  for (const ancestor of code.tree.ancestors(name)) {
    if (!isLoop(ancestor) || covers(ancestor, binding.identifier) || isMachineLoop(code, ancestor)) continue;
    // What each round gives anew before it looks at the error code is but a name, too.
    return isStepUp(facts.kinds) || !isGivenBeforeReads(code, name, binding);
  }
  // A temporary, as compilers make them at the head of the function, is read by the handler alone.
  return (code.bindings.references(binding) ?? []).some(
    (reference) => !isWritten(code, reference) && !isWithin(factsAt(code, reference).kinds, facts.kinds),
  );
}

/** Whether every read of a variable comes after one assignment, in the list of statements that this stands in. */
function isGivenBeforeReads(code: Code, name: Node, binding: Binding): boolean {
  const statement = [...code.tree.ancestors(name)].find(({ type }) => type === "ExpressionStatement");
  const list = statement && code.tree.parent(statement);
  const isInList = list?.type === "BlockStatement" || list?.type === "SwitchCase";
  const writes = new Set<Node>(code.bindings.writes(binding));
  return (
    isInList &&
    (code.bindings.references(binding) ?? []).every(
      (mention) => writes.has(mention) || (covers(list, mention) && startOf(mention) > startOf(name)),
    )
  );
}

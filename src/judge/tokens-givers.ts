import { letsGo } from "../find/tokens-given.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { runsOf } from "./runs.ts";
import type { Surroundings } from "./state.ts";

/** The functions of this file that give tokens: `tokens()` of a class or a record, and the traps of proxies that stand for it. */
export const tokensGivers = (code: Code): readonly FunctionNode[] =>
  code.answers.of(tokensGivers, code, () => {
    const found: FunctionNode[] = [];
    for (const mention of code.bindings.mentions("tokens", code.tree.program) ?? []) {
      const part = code.tree.parent(mention);
      const giver = part && "key" in part && part.key === mention ? functionOf(part) : undefined;
      if (giver) found.push(giver);
    }
    code.tree.walk(code.tree.program, (node) => {
      // The trap of a proxy: `if (key === "tokens") return async () => …`.
      const isKey = node.type === "StringLiteral" && node.value === "tokens";
      const compared = isKey ? code.tree.parent(node) : undefined;
      const trap = compared?.type === "BinaryExpression" ? code.tree.functionAround(node) : undefined;
      if (trap) found.push(trap);
      return undefined;
    });
    return found;
  });

/** The function that a method is, or that a property or a field holds: also in the descriptor `{ value: () => … }`. */
function functionOf(part: Node): FunctionNode | undefined {
  if (isFunction(part)) return part;
  const value = "value" in part && typeof part.value === "object" ? (part.value as Node | null) : undefined;
  return value && isFunction(value) ? value : undefined;
}

const MOST_CALLS = 3;

/**
 * What a `tokens()` of this file does besides giving them, so that reading them once more is not harmless: it takes
 * them away in any case, or leads back to the handler.
 */
export function actOfReading(code: Code, handler: Surroundings): Node | undefined {
  for (const giver of tokensGivers(code)) {
    const act = letsGo(code, giver) ?? wayBack(code, giver, handler, 0);
    if (act) return act;
  }
  return undefined;
}

/** The call in a function that leads to another one, itself or by what it runs. */
function wayBack(code: Code, from: FunctionNode, to: Surroundings, depth: number): Node | undefined {
  let found: Node | undefined;
  code.tree.walk(from.body, (node) => {
    if (found || (node.type !== "CallExpression" && node.type !== "OptionalCallExpression")) return !found;
    const leads = runsOf(code, node).some(
      ({ target }) => target === to || (depth < MOST_CALLS && wayBack(code, target, to, depth + 1) !== undefined),
    );
    if (leads) found = node;
    return !found;
  });
  return found;
}

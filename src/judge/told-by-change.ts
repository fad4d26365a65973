import { functionNamed } from "../find/functions.ts";
import { isCall } from "../find/syntax.ts";
import { calledFunctions } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

/**
 * The call that runs a function where what another one reads has changed: `reaction(() => this.scope, () => ask())`.
 * A union that holds the challenged scope already is no change, and nothing would be asked.
 */
export function runOnChange(code: Code, read: Node): Node | undefined {
  const reader = code.tree.functionAround(read);
  const call = reader && code.tree.parent(reader);
  if (!reader || !isCall(call) || !isGiven(read, reader, code)) return undefined;
  const isWatched = call.arguments[0] === reader && call.arguments.slice(1).some((each) => functionNamed(code, each));
  return isWatched && calledFunctions(code, call).length === 0 ? call : undefined;
}

/** Whether a function gives what is read as it is. */
function isGiven(read: Node, reader: Node, code: Code): boolean {
  const parent = code.tree.parent(read);
  return parent === reader || parent?.type === "ReturnStatement";
}

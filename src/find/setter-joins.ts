import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { setterOf } from "./accessors.ts";
import { KEEPING } from "./alternatives.ts";
import { originOf } from "./origins.ts";
import { sinkPath } from "./sink-use.ts";
import { alternativesOf } from "./values.ts";
import { keepsValue, writtenAt } from "./written.ts";

/** Whether a sink is a setter of this file that joins what it is given with what it keeps. */
export function setterJoins(code: Code, target: Node): boolean {
  const setter = setterOf(code, target);
  const given = setter?.params[0];
  const binding = given?.type === "Identifier" ? code.bindings.resolve(given) : undefined;
  if (!setter || !binding) return false;
  const challenge = { own: new Set([binding.id]), given: new Set([binding.id]) };
  let found = false;
  code.tree.walkOwn(setter.body, (node) => {
    const written = found ? undefined : writtenAt(code, node);
    if (!written || !keepsValue(written.kind)) return !found;
    const origin = originOf(code, written.value);
    if (!origin.own.has(binding.id) && !origin.given.has(binding.id)) return true;
    const values = alternativesOf({ code, sink: sinkPath(code, written), challenge, keeping: [] }, written.value);
    found = values.length > 0 && values.every(({ parts }) => (parts & KEEPING) !== 0);
    return !found;
  });
  return found;
}

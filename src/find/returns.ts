import { boundNames } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode } from "../parse/tree.ts";
import { type Alternative, leaf, PREVIOUS, under } from "./alternatives.ts";
import { Flow } from "./flow.ts";
import { returnedValues } from "./functions.ts";

/**
 * The values that a function may return, told by its parameters: each that flows into a value is kept in it under its
 * binding's id. Undefined where too much is returned to follow.
 */
export function returnsOf(code: Code, target: FunctionNode): readonly Alternative[] | undefined {
  const challenge = { own: new Set<string>(), given: new Set<string>() };
  const flow = new Flow({ code, sink: undefined, challenge, keeping: [] });
  const names = target.params.flatMap((parameter) => boundNames(parameter));
  const bindings = names.flatMap((name) => code.bindings.resolve(name) ?? []);
  const env = new Map(bindings.map(({ id }) => [id, { values: [{ ...leaf(PREVIOUS), kept: [id] }] }]));
  return returnedValues(code, target)?.flatMap(({ value, facts }) =>
    value ? under(facts, flow.read(value, env, 0)) : [leaf(0)],
  );
}

import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import type { Alternative } from "./alternatives.ts";
import type { FlowQuestion } from "./leaf.ts";

/** What a call passes for a parameter. */
export interface Passed {
  readonly values: readonly Alternative[];
  /** The values of each element, where it is a list of known elements: a rest parameter's. */
  readonly elements?: readonly (readonly Alternative[])[];
}

/** What the parameters of the functions that are being read have, by the ids of their bindings. */
export type Environment = ReadonlyMap<string, Passed>;

/** Under what an environment has the object whose method is read: what its fields hold is not told apart. */
export const OWN = "this";

/** Reads values at one place of the flow. */
export interface Reader {
  readonly code: Code;
  readonly question: FlowQuestion;
  readonly env: Environment;
  /** The values that an expression may have. */
  read(expression: Node): readonly Alternative[];
  /** All of some expressions in one value. */
  combine(expressions: readonly (Node | null)[]): readonly Alternative[];
  /** A reader of a function's body. */
  inside(env: Environment): Reader;
}

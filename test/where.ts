import { describe, test } from "vitest";

/** `test` where a condition holds; elsewhere nothing, so that no test counts that can't run there. */
export function testWhere(condition: boolean): typeof test {
  return condition ? test : (Object.assign(() => {}, test) as typeof test);
}

/** `describe`, likewise. */
export function describeWhere(condition: boolean): typeof describe {
  return condition ? describe : (Object.assign(() => {}, describe) as typeof describe);
}

import { pathOf } from "../../find/syntax.ts";
import { Answers } from "../../parse/answers.ts";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";

/** Of expressions that read the same place of the same class, the first. */
export function distinct(code: Code, asked: readonly Node[]): Node[] {
  const seen = new Answers();
  return asked.filter((each) => {
    const path = pathOf(code, each);
    const owner = code.tree.classAround(each) ?? code.tree.program;
    return path === undefined || seen.ofBoth(distinct, owner, path, () => each) === each;
  });
}

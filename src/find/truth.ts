import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { sourcesOf } from "./emptiness.ts";
import { both, type Facts, NEVER, NOTHING, type Test } from "./facts.ts";
import { ANY, type Kinds } from "./kinds.ts";
import { constantValue, isMember, pathOf, unwrap } from "./syntax.ts";

/** What is known when an expression is truthy, and when it is falsy. */
export interface Truth {
  readonly yes: Facts;
  readonly no: Facts;
}

/** The condition tells nothing. */
export const UNKNOWN: Truth = { yes: NOTHING, no: NOTHING };
/** The condition never holds. */
export const FALSE: Truth = { yes: NEVER, no: NOTHING };
/** The opposite condition. */
export const not = ({ yes, no }: Truth): Truth => ({ yes: no, no: yes });

/** A test that leaves some kinds where it holds, and the others where it does not; likely only, if there is a doubt. */
export function narrowing(test: Test, kinds: Kinds): Truth {
  const facts = (of: Kinds): Facts => ({
    kinds: of,
    proved: test.doubt ? ANY : of,
    present: [],
    absent: [],
    tests: [test],
  });
  return { yes: facts(kinds), no: facts(ANY & ~kinds) };
}

/** What a condition tells of what it was put into, and that can be changed since. */
export function doubted({ yes, no }: Truth): Truth {
  const side = (facts: Facts): Facts => {
    const tests = facts.tests.map((test): Test => ({ ...test, doubt: "other-causes" }));
    return { ...facts, proved: ANY, tests };
  };
  return { yes: side(yes), no: side(no) };
}

/** A truth, with what it says of the value itself: that it is truthy or falsy. */
export function withPresence(code: Code, target: Node, truth: Truth): Truth {
  const paths = pathsOf(code, target);
  const absent = [...paths, ...sourcesOf(code, target)];
  if (absent.length === 0) return truth;
  return {
    yes: paths.length > 0 ? both(truth.yes, { ...NOTHING, present: paths }) : truth.yes,
    no: both(truth.no, { ...NOTHING, absent }),
  };
}

/** The paths of a value: its own, and that of what it was copied from, as `const previous = this.scope` and compilers do: `_a = this._scope`. */
function pathsOf(code: Code, target: Node): string[] {
  const node = unwrap(target);
  if (node.type === "AssignmentExpression") return [...pathsOf(code, node.left), ...pathsOf(code, node.right)];
  const own = pathOf(code, node);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const [write, ...others] = (binding?.kind === "variable" && code.bindings.writes(binding)) || [];
  const assignment = write && others.length === 0 ? code.tree.parent(write) : undefined;
  const copied = assignment?.type === "AssignmentExpression" ? pathOf(code, assignment.right) : undefined;
  const value = node.type === "Identifier" ? constantValue(code, node) : undefined;
  const named = value && isMember(unwrap(value)) ? pathOf(code, value) : undefined;
  return [own, copied, named].filter((path) => path !== undefined);
}

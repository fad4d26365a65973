import { askedFrom } from "../find/authorization.ts";
import type { Candidate } from "../find/find.ts";
import { joiningOf } from "../find/joined-request.ts";
import { pathOf } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { endOf, type Node, startOf } from "../parse/tree.ts";
import { runsOf } from "./runs.ts";
import { bodyOf, type Surroundings } from "./state.ts";

/**
 * Where something that a handler runs between a site and its request writes into the sink what is no union: a listener
 * of the event that it emits, a method that keeps the challenge. The request then asks for that.
 */
export function writtenAnew(code: Code, candidate: Candidate): Node | undefined {
  const { node, path } = candidate;
  const around: Surroundings = code.tree.functionAround(node) ?? code.tree.program;
  const until = askedFrom(code, candidate, bodyOf(around));
  if (path === undefined || until === Number.POSITIVE_INFINITY) return undefined;
  const owner = code.tree.classAround(node);
  return code.tree
    .own(bodyOf(around), "CallExpression", "OptionalCallExpression")
    .filter((call) => startOf(call) >= endOf(node) && startOf(call) < until)
    .flatMap((call) => runsOf(code, call))
    .flatMap(({ target }) =>
      target === around ? [] : code.tree.own(bodyOf(target), "AssignmentExpression").filter((each) => each !== node),
    )
    .find(
      ({ left, right, operator }) =>
        operator === "=" &&
        pathOf(code, left) === path &&
        code.tree.classAround(left) === owner &&
        joiningOf(code, right, path, undefined) === undefined,
    );
}

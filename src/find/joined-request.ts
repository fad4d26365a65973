import { isPropertyName } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { GRANTED, isUnion } from "./alternatives.ts";
import { expressionNamed, isWritten, reachesRequest } from "./request-use.ts";
import { pathOf } from "./syntax.ts";
import { alternativesOf } from "./values.ts";
import { lastName, type Written } from "./written.ts";

/**
 * What the requests that read a sink join it with, where all of them do: `scope: unionScopes(tokens?.scope,
 * this._challengedScope)`. What replaces the sink then replaces no request's scope.
 *
 * @param path the sink's path (see `pathOf`)
 * @param challenged what the sink is given: a request that takes it by itself reads the sink for the scope before
 * @returns `granted` for the scope of the stored tokens, `other` for any other scope, undefined where one joins nothing
 */
export function joinedAtRequests(
  code: Code,
  { target }: Written,
  path: string,
  challenged: readonly Node[],
): "granted" | "other" | undefined {
  const name = lastName(code, target);
  const within = code.tree.classAround(target) ?? code.tree.program;
  const challenge = { own: new Set([path]), given: new Set<string>() };
  let found: "granted" | "other" | undefined;
  for (const mention of (name && code.bindings.mentions(name, within)) || []) {
    const read = expressionNamed(code, mention);
    if (!read || pathOf(code, read) !== path || isWritten(code, read) || !reachesRequest(code, read)) continue;
    const whole = wholeOf(code, read);
    const values = alternativesOf({ code, sink: undefined, challenge, keeping: [] }, whole);
    if (whole === read || values.length === 0 || !values.every(isUnion)) return undefined;
    if (challenged.some((each) => holds(code, whole, each))) return undefined;
    const isGranted = values.every(({ parts }) => (parts & GRANTED) !== 0);
    found = isGranted && found !== "other" ? "granted" : "other";
  }
  return found;
}

/** The largest value that an expression is part of. */
function wholeOf(code: Code, expression: Node): Node {
  let whole = expression;
  for (const parent of code.tree.ancestors(expression)) {
    const isPart =
      /^(?:Optional)?(?:Call|Member)Expression$/.test(parent.type) ||
      /^(?:Array|Await|Binary|Logical|Conditional|New|Parenthesized|TSAs|TSNonNull)Expression$/.test(parent.type) ||
      /^(?:TemplateLiteral|SpreadElement)$/.test(parent.type);
    // What is put together with a parameter's name is an address or a body, and no scope.
    const isText = /^(?:TemplateLiteral|BinaryExpression)$/.test(parent.type) && textOf(code, parent).includes("=");
    if (!isPart || isText) return whole;
    whole = parent;
  }
  return whole;
}

function holds(code: Code, whole: Node, part: Node): boolean {
  const path = pathOf(code, part);
  let found = false;
  code.tree.walk(whole, (node) => {
    const isName = isPropertyName(node, code.tree.parent(node));
    if (path !== undefined && !isName && pathOf(code, node) === path) found = true;
    return !found;
  });
  return found;
}

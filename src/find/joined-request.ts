import { isPropertyName } from "../parse/bindings.ts";
import { type Code, textOf } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { isAffixed } from "./affixed.ts";
import { type Alternative, CHALLENGED, GRANTED, isReplacement, isUnion, PREVIOUS, UNKNOWN } from "./alternatives.ts";
import { isBehindParameter } from "./behind-parameter.ts";
import { expressionNamed, isWritten, reachesRequest } from "./request-use.ts";
import { searchedFor } from "./searched.ts";
import { storedBeside } from "./stored.ts";
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
): Joining | undefined {
  const name = lastName(code, target);
  const within = searchedFor(code, target);
  const asking = code.answers.ofBoth(joinedAtRequests, within, `${name} ${path}`, () =>
    ((name && code.bindings.mentions(name, within)) || []).flatMap((mention) => {
      const read = expressionNamed(code, mention);
      return read && pathOf(code, read) === path && !isWritten(code, read) && reachesRequest(code, read) ? [read] : [];
    }),
  );
  let found: Joining | undefined;
  for (const read of asking) {
    const whole = wholeOf(code, read);
    const joining = whole === read ? undefined : joiningOf(code, whole, path);
    if (!joining || challenged.some((each) => holds(code, whole, each))) return undefined;
    found = joining === "granted" && found !== "other" ? "granted" : "other";
  }
  return found;
}

/** What an expression joins a path with: the scope of the stored tokens, or what may be any other scope. */
export type Joining = "granted" | "other";

/**
 * Decides what an expression joins a sink's content with, by what flows there.
 *
 * @param previous the path of a variable that holds the scope before
 * @returns undefined where some of its values hold the sink's content alone, or none of it
 */
export function joiningOf(code: Code, whole: Node, path: string, previous?: string): Joining | undefined {
  const challenge = { own: new Set([path]), given: new Set<string>() };
  // `kept ? join(kept, scope) : scope`: where nothing is kept, there is nothing to join.
  const values = alternativesOf({ code, sink: previous, challenge, keeping: [] }, whole).filter(
    (each) => !isReplacement(each) || (each.parts & UNKNOWN) !== 0 || each.facts.absent.every((one) => one === path),
  );
  const isJoined = (each: Alternative) => isUnion(each) || (each.parts & CHALLENGED && each.parts & UNKNOWN) !== 0;
  if (values.length === 0 || !values.every(isJoined)) return undefined;
  if (values.every(({ parts }) => (parts & (GRANTED | PREVIOUS)) !== 0)) return "granted";
  const stored = storedBeside(code, whole, path);
  if (stored === "nothing") return values.every(isUnion) ? "other" : undefined;
  return stored === "granted" ? "granted" : "other";
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
    const isMade = parent.type === "TemplateLiteral" || parent.type === "BinaryExpression";
    const isOfAddress = (isMade && textOf(code, parent).includes("=")) || isBehindParameter(code, parent, whole);
    const isText = isOfAddress || isAffixed(code, parent, whole);
    if (!isPart || isText) return whole;
    whole = parent;
  }
  return whole;
}

/** Whether an expression mentions what has a part's path. */
export function holds(code: Code, whole: Node, part: Node): boolean {
  const path = pathOf(code, part);
  let found = false;
  code.tree.walk(whole, (node) => {
    const isName = isPropertyName(node, code.tree.parent(node));
    if (path !== undefined && !isName && pathOf(code, node) === path) found = true;
    return !found;
  });
  return found;
}

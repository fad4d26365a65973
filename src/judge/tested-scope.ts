import type * as t from "@babel/types";
import { CHALLENGED, PREVIOUS } from "../find/alternatives.ts";
import { roleOf } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { isCall, isNothing, pathOf, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, isLoop, type Node, startOf } from "../parse/tree.ts";

/**
 * Whether a handler gives up, or asks for nothing, where the sink holds no scope after the challenge was written into
 * it: `this.scope = scope; if (!this.scope) throw …`. A union holds the earlier scopes then, and the handler would go on.
 */
export function decidesByPresence(code: Code, candidate: Candidate): boolean {
  const { node, path } = candidate;
  const around = code.tree.functionAround(node);
  if (path === undefined || !around || !mayBeNothing(code, candidate)) return false;
  const isSink = (expression: Node) => {
    const inner = unwrap(expression);
    return inner === node || (pathOf(code, inner) === path && isReadLater(code, inner, node));
  };
  return presenceTests(code, around, path).some((each) =>
    each.type === "LogicalExpression"
      ? each.operator === "&&" && asksOfPresence(each.left, isSink) === "present" && asks(code, each.right, node)
      : decides(code, each, asksOfPresence(each.test, isSink), node),
  );
}

/** Whether a sink may hold nothing after what was challenged was written into it, where a union holds the earlier scopes. */
export function mayBeNothing(code: Code, { alternatives, facts }: Candidate): boolean {
  if (alternatives.some(({ parts }) => (parts & PREVIOUS) !== 0)) return false;
  return alternatives.some(({ challenged, parts }) => {
    const own = challenged && pathOf(code, challenged);
    return (parts & CHALLENGED) !== 0 && (own === undefined || !facts.present.includes(own));
  });
}

/** What may ask in a function whether a path holds something: by its name, or by what gives it a value. */
function presenceTests(code: Code, around: FunctionNode, path: string) {
  const maySink = (expression: Node) => {
    const inner = unwrap(expression);
    return /^(?:Assignment|(?:Optional)?Call|New)Expression$/.test(inner.type) || pathOf(code, inner) === path;
  };
  return code.answers.ofBoth(presenceTests, around, path, () =>
    code.tree
      .own(around.body, "IfStatement", "ConditionalExpression", "LogicalExpression")
      .filter((each) => asksOfPresence(each.type === "LogicalExpression" ? each.left : each.test, maySink)),
  );
}

/** Whether a read may come after a write: it stands behind it, or in a loop with it, whose next round it opens. */
function isReadLater(code: Code, read: Node, write: Node): boolean {
  if (startOf(read) >= endOf(write)) return true;
  for (let at = code.tree.nearest(write, isRound); at && isLoop(at); at = code.tree.nearest(at, isRound))
    if (covers(at, read)) return true;
  return false;
}

const isRound = (node: Node): node is FunctionNode | t.Loop => isFunction(node) || isLoop(node);

type Branching = { readonly consequent: Node; readonly alternate?: Node | null };

function decides(
  code: Code,
  { consequent, alternate }: Branching,
  answer: "present" | "absent" | undefined,
  site: Node,
): boolean {
  if (answer === undefined) return false;
  const [present, absent] = answer === "present" ? [consequent, alternate] : [alternate, consequent];
  return (present && asks(code, present, site)) || (absent && leaves(code, absent)) || false;
}

/** Whether a condition holds only where the sink holds something, or wherever it does not. */
function asksOfPresence(condition: Node, isSink: (expression: Node) => boolean): "present" | "absent" | undefined {
  if (isSink(condition)) return "present";
  const node = unwrap(condition);
  if (node.type === "UnaryExpression" && node.operator === "!") return opposite(asksOfPresence(node.argument, isSink));
  if (node.type === "LogicalExpression" && node.operator !== "??") {
    const wanted = node.operator === "&&" ? "present" : "absent";
    return [node.left, node.right].some((side) => asksOfPresence(side, isSink) === wanted) ? wanted : undefined;
  }
  if (node.type !== "BinaryExpression" || !/^[!=]==?$/.test(node.operator)) return undefined;
  const isAsked = (isNothing(node.right) && isSink(node.left)) || (isNothing(node.left) && isSink(node.right));
  return isAsked ? (node.operator.startsWith("!") ? "present" : "absent") : undefined;
}

const opposite = (answer: "present" | "absent" | undefined) => answer && (answer === "present" ? "absent" : "present");

/** Whether a branch asks the authorization server. */
function asks(code: Code, branch: Node, site: Node): boolean {
  let found = false;
  code.tree.walk(branch, (node) => {
    if (isFunction(node)) return false;
    found ||= isCall(node) && !covers(site, node) && roleOf(code, node) === "authorization";
    return !found;
  });
  return found;
}

/** Whether a branch leaves the handler, or the round of its loop. */
function leaves(code: Code, branch: Node): boolean {
  let found = false;
  code.tree.walkOwn(branch, ({ type }) => {
    found ||= /^(?:Return|Throw|Break|Continue)Statement$/.test(type);
    return !found;
  });
  return found;
}

/** What asks whether something is there. */
export type PresenceTest = t.IfStatement | t.ConditionalExpression | t.LogicalExpression;

/**
 * Whether what a test decides about reads what it asks for: `if (this.scope) url.searchParams.set("scope", this.scope)`,
 * or the name by which it asks.
 */
export function servesRead(code: Code, test: PresenceTest, path: string): boolean {
  const asking = test.type === "LogicalExpression" ? test.left : test.test;
  const asked = unwrap(asking);
  const name = pathOf(code, asked.type === "UnaryExpression" ? asked.argument : asked);
  const isGuard = test.type === "IfStatement" && leaves(code, test.consequent);
  let isRead = false;
  code.tree.walk((isGuard && code.tree.functionAround(test)) || test, (inner) => {
    const read = pathOf(code, inner);
    isRead ||= (read === path || (read !== undefined && read === name)) && !covers(asking, inner);
    return !isRead;
  });
  return isRead;
}

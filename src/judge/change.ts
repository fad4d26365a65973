import type * as t from "@babel/types";
import { CHALLENGED, GRANTED, isReplacement, PREVIOUS } from "../find/alternatives.ts";
import type { Candidate } from "../find/find.ts";
import { mayStepUp } from "../find/kinds.ts";
import { constantText, isCall, isNothing, pathOf, unwrap } from "../find/syntax.ts";
import { isThisMember } from "../find/this.ts";
import { lastName } from "../find/written.ts";
import type { Doubt } from "../model/site.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import { fitOf } from "./fit.ts";
import type { TokensPlan } from "./tokens.ts";

/** The parts of a rewrite, still without text positions. */
export interface Change {
  /** The expression that stays as the third part of the union. */
  readonly core: Node;
  /** What the union takes the place of, where that is not the whole value. */
  readonly around?: Node;
  /** The text of the second part. */
  readonly previous?: string;
  readonly tokens: TokensPlan;
  /** What the sink gets where the union is undefined. */
  readonly fallback?: string;
  /** The condition under which the union is taken at all: the guarded form of a shared handler. */
  readonly guard?: string;
  /** The form in which the scopes are kept, where it is not one text. */
  readonly list?: "array" | "set";
}

/** The change for a replaced scope, or the doubt that forbids one. */
export function changeOf(
  code: Code,
  candidate: Candidate,
  known: readonly Candidate[],
  tokens: TokensPlan,
): Change | Doubt {
  if (tokens.kind === "unsafe") return tokens.doubt;
  const fit = fitOf(code, candidate);
  if (fit === "unfit") return "sink-needs-string";
  if (fit === "narrow") return "narrow-sink";
  const previous = previousText(code, candidate, known);
  return {
    core: coreOf(code, candidate),
    ...(previous !== undefined && { previous }),
    tokens,
    ...(fit !== "fits" && { fallback: fit.fallback }),
  };
}

/** The expression that holds the requested scope so far: the sink itself, or the field kept by the same handler. */
function previousText(code: Code, candidate: Candidate, known: readonly Candidate[]): string | undefined {
  const memory = memoryOf(code, candidate, known);
  return memory && sinkText(code, memory);
}

/** The candidate whose sink remembers the requested scope: this one, or one of the same handler. */
export function memoryOf(code: Code, candidate: Candidate, known: readonly Candidate[]): Candidate | undefined {
  if (candidate.path !== undefined) return candidate;
  const around = code.tree.functionAround(candidate.node);
  return known.find(
    (each) =>
      isThisMember(each.path) &&
      code.tree.functionAround(each.node) === around &&
      (each.node.start ?? 0) < (candidate.node.start ?? 0) &&
      mayStepUp(each.facts.kinds),
  );
}

/** The expression that reads a sink. */
export function sinkText(code: Code, { holder, target }: Candidate): string {
  if (!holder) return textOf(code, target);
  // What is written into by `Object.assign` is there; what is replaced may not have been.
  const call = code.tree.parent(holder);
  const isWrittenInto = isCall(call) && call.arguments[0] === holder;
  return `${textOf(code, holder)}${isWrittenInto ? "." : "?."}${lastName(code, target)}`;
}

/** What is kept of the old value: of `scope ?? this._scope` the challenged operand, else all of it. */
function coreOf(code: Code, candidate: Candidate): Node {
  const value = candidate.value;
  const dropped =
    value.type === "LogicalExpression" && value.operator !== "&&"
      ? isPlainValue(value.left) && { core: value.left, rest: value.right }
      : value.type === "ConditionalExpression" && conditionalParts(code, value, candidate);
  if (!dropped) return value;
  const onlyPrevious = candidate.alternatives.every(
    ({ parts }) => (parts & CHALLENGED) !== 0 || (parts & ~(PREVIOUS | GRANTED)) === 0,
  );
  const holdsComment = code.comments.some(
    ({ start = 0, end = 0 }) =>
      start >= (value.start ?? 0) &&
      end <= (value.end ?? 0) &&
      !(start >= (dropped.core.start ?? 0) && end <= (dropped.core.end ?? 0)),
  );
  return onlyPrevious && keepsPrevious(candidate) && !holdsComment ? dropped.core : value;
}

const keepsPrevious = ({ alternatives }: Candidate): boolean =>
  alternatives.some(({ parts }) => (parts & CHALLENGED) === 0 && (parts & (PREVIOUS | GRANTED)) !== 0);

/** Whether a value is a text or nothing where its type is: not the `false` of `isAllowed && scope`. */
const isPlainValue = (value: Node): boolean =>
  !/^(?:Logical|Conditional|Unary|Binary)Expression$/.test(unwrap(value).type);

/** Where a test that asks no more than whether a value is there holds: there, or not. Undefined for any other test. */
export function presenceOf(code: Code, test: Node, value: Node): "there" | "not there" | undefined {
  const path = pathOf(code, value);
  const isValue = (node: Node | undefined) => node !== undefined && path !== undefined && pathOf(code, node) === path;
  const node = unwrap(test);
  if (isValue(node)) return "there";
  switch (node.type) {
    case "UnaryExpression": {
      const inner = node.operator === "!" ? presenceOf(code, node.argument, value) : undefined;
      return inner && (inner === "there" ? "not there" : "there");
    }
    case "LogicalExpression": {
      const wanted = node.operator === "&&" ? "there" : node.operator === "||" ? "not there" : undefined;
      const isBoth = [node.left, node.right].every((each) => presenceOf(code, each, value) === wanted);
      return isBoth ? wanted : undefined;
    }
    case "CallExpression":
      return pathOf(code, node.callee) === "Boolean" && isValue(node.arguments[0]) ? "there" : undefined;
    case "BinaryExpression": {
      const isNone = (side: Node) => isNothing(side) || constantText(code, side) === "";
      const isCompared = (isValue(node.left) && isNone(node.right)) || (isValue(node.right) && isNone(node.left));
      if (!isCompared || !/^[!=]==?$/.test(node.operator)) return undefined;
      return node.operator.startsWith("!") ? "there" : "not there";
    }
    default:
      return undefined;
  }
}

function conditionalParts(
  code: Code,
  value: t.ConditionalExpression,
  candidate: Candidate,
): { core: Node; rest: Node } | undefined {
  const holds = (node: Node) =>
    candidate.alternatives.some(
      ({ challenged }) =>
        challenged && (challenged.start ?? 0) >= (node.start ?? 0) && (challenged.end ?? 0) <= (node.end ?? 0),
    );
  for (const [core, rest, where] of [
    [value.consequent, value.alternate, "there"],
    [value.alternate, value.consequent, "not there"],
  ] as const)
    if (holds(core)) return presenceOf(code, value.test, core) === where ? { core, rest } : undefined;
  // A compiler's `(_a = challenge.scope) !== null && _a !== void 0 ? _a : this.scope`.
  const core = candidate.alternatives.find(isReplacement)?.challenged;
  return core && covers(value.test, core) ? { core, rest: value } : undefined;
}

/** Whether a union would be of the challenged scope alone. */
export const hasNothingToJoin = ({ tokens, previous }: Change): boolean =>
  tokens.kind === "none" && previous === undefined;

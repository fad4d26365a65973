import type * as t from "@babel/types";
import { callTaking, namesHelper } from "../find/calls.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { importedFrom } from "../find/imported.ts";
import { pathOf } from "../find/syntax.ts";
import { textOfType } from "../find/text-of.ts";
import { ANY, NOTHING, NULL, OPEN, OTHER, TEXT } from "../find/text-types.ts";
import { declaredType, optionType } from "../find/types.ts";
import { type Code, rangeOf, textOf } from "../parse/code.ts";
import { grouped } from "../parse/grouped.ts";
import { covers, endOf, type FunctionNode, indexFrom, isFunction, type Node, startOf } from "../parse/tree.ts";
import { isPath, isProvedPresent } from "./present.ts";
import { sinkText } from "./sink-text.ts";

/** Whether a sink takes what a union returns: `string | undefined`. */
export type Fit = "fits" | "unfit" | "narrow" | { readonly fallback: string };

/** Decides whether a union needs `?? challenged` behind it, and whether that is allowed. */
export function fitOf(code: Code, candidate: Candidate): Fit {
  if (candidate.by === "spread") return takesUnion(code, candidate) ? "fits" : "unfit";
  if (candidate.kind === "parameter" || candidate.call?.type === "NewExpression")
    return isPath(candidate.value) ? { fallback: textOf(code, candidate.value) } : "unfit";
  if (!code.typescript) return "fits";
  const need = needOf(code, candidate);
  if (need === "none") return "fits";
  if (need === "null") return "unfit";
  if (need === "narrow") return "narrow";
  const own = ownBehind(code, candidate);
  if (own) return { fallback: textOf(code, own) };
  const present = candidate.alternatives.find(({ challenged, facts }) => {
    const path = challenged && pathOf(code, challenged);
    if (!challenged || path === undefined) return false;
    return facts.present.includes(path) || textOfType(code, challenged) === TEXT;
  });
  const challenged = present?.challenged;
  if (challenged && covers(candidate.value, challenged)) return { fallback: textOf(code, challenged) };
  if (need === "declared") {
    if (isProvedPresent(code, candidate)) return { fallback: textOf(code, candidate.value) };
    // What the sink holds is a text, and blank where the union is nothing.
    const isText = isPath(candidate.target) && sinkText(code, candidate) === TEXT;
    return isText ? { fallback: textOf(code, candidate.target) } : "unfit";
  }
  const isNeeded = isPath(candidate.value) && isReadAsString(code, candidate);
  return isNeeded ? { fallback: textOf(code, candidate.value) } : "fits";
}

/** The sink itself, where a value takes it for want of a scope: `this.scope` of `challenge.scope ?? this.scope`. */
function ownBehind(code: Code, { path, value }: Candidate): Node | undefined {
  const others =
    value.type === "LogicalExpression" && value.operator !== "&&"
      ? [value.right]
      : value.type === "ConditionalExpression"
        ? [value.consequent, value.alternate]
        : [];
  return path === undefined ? undefined : others.find((each) => pathOf(code, each) === path);
}

/** Whether what takes a whole record takes an undefined scope: a search parameter would be the text "undefined". */
function takesUnion(code: Code, candidate: Candidate): boolean {
  if (candidate.call?.type === "NewExpression") return false;
  return !code.typescript || needOf(code, candidate) === "none";
}

/** Why a sink would need a string: it is declared so, or later code relies on the old value's type. */
function needOf(code: Code, candidate: Candidate): "none" | "declared" | "narrowed" | "narrow" | "null" {
  if (candidate.path === undefined) {
    const call = callTaking(code, candidate.node);
    const target = call && calledFunction(code, call);
    const index = call?.arguments.findIndex((argument) => covers(argument, candidate.node)) ?? -1;
    const type =
      optionType(code, target?.params[index], "scope") ?? code.facts?.expectedTypeAt?.(rangeOf(candidate.node));
    return type?.takesUndefined === false ? "declared" : "none";
  }
  const type = sinkText(code, candidate);
  if ((type & OTHER) !== 0 || ((type & OPEN) !== 0 && isToldByPredicate(code, candidate))) return "narrow";
  // The helper takes and gives no null, neither as the previous scope nor as the next.
  if ((type & NULL) !== 0) return "null";
  const isAny = (type & ANY) !== 0 && declaredType(code, candidate.target)?.takesUndefined === true;
  if ((type & NOTHING) !== 0 || isAny) return isReadAsString(code, candidate) ? "narrowed" : "none";
  // A type that this file does not show may well be a string.
  return (type & (OPEN | ANY)) !== 0 ? "narrowed" : "declared";
}

/**
 * Whether the value is what a predicate lets pass, `scope is MailScope`, or an imported function that may be one: then
 * the sink's type, which this file does not show, need not take every text.
 */
function isToldByPredicate(code: Code, { node, value, alternatives }: Candidate): boolean {
  const paths = [value, ...alternatives.flatMap(({ challenged }) => challenged ?? [])].map((each) =>
    pathOf(code, each),
  );
  const around = code.tree.functionAround(node);
  return code.tree.own(around?.body ?? code.tree.program, "CallExpression").some((call) => {
    if (startOf(call) > startOf(node) || !isTested(code, call)) return false;
    const isGiven = call.arguments.some((given) => {
      const path = pathOf(code, given);
      return path !== undefined && paths.includes(path);
    });
    if (!isGiven) return false;
    const target = calledFunction(code, call);
    if (!target) return importedFrom(code, call.callee) !== undefined;
    const returned = target.returnType;
    return returned?.type === "TSTypeAnnotation" && returned.typeAnnotation.type === "TSTypePredicate";
  });
}

/** Whether a call is a condition, or a part of one. */
function isTested(code: Code, call: Node): boolean {
  let child = call;
  for (const parent of code.tree.ancestors(call)) {
    if (parent.type === "IfStatement" || parent.type === "ConditionalExpression") return parent.test === child;
    if (parent.type !== "UnaryExpression" && parent.type !== "LogicalExpression") return false;
    child = parent;
  }
  return false;
}

/** Whether code after the assignment relies on its having narrowed the sink: `return this._scope`. */
function isReadAsString(code: Code, { path, node }: Candidate): boolean {
  const block = code.tree.nearest(node, isBlockOrFunction);
  if (path === undefined || block?.type !== "BlockStatement") return false;
  const reads = readsIn(code, block).get(path) ?? [];
  return reads.slice(indexFrom(reads, endOf(node))).some((read) => !takesUndefined(code, read));
}

const isBlockOrFunction = (node: Node): node is FunctionNode | t.BlockStatement =>
  isFunction(node) || node.type === "BlockStatement";

/** What the statements of a block read, by its path. */
const readsIn = (code: Code, block: Node): ReadonlyMap<string | undefined, readonly Node[]> =>
  code.answers.of(readsIn, block, () =>
    grouped(
      code.tree
        .own(block, "Identifier", "MemberExpression", "OptionalMemberExpression")
        .map((read) => [pathOf(code, read), read] as const),
    ),
  );

/** Whether the place where a value is read takes `undefined` as well, as far as its form tells. */
function takesUndefined(code: Code, read: Node): boolean {
  const parent = code.tree.parent(read);
  switch (parent?.type) {
    case "ObjectProperty": {
      if (parent.value !== read) return true;
      const call = callTaking(code, parent);
      return call !== undefined && call.type !== "NewExpression";
    }
    case "AssignmentExpression":
      return parent.left === read;
    case "OptionalMemberExpression":
    case "BinaryExpression":
    case "TemplateLiteral":
    case "IfStatement":
    case "ConditionalExpression":
    case "LogicalExpression":
    case "UnaryExpression":
      return true;
    case "CallExpression":
      return namesHelper(code, parent);
    default:
      return false;
  }
}

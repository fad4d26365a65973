import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { listRunThrough } from "./collections.ts";
import { elementIn } from "./element-tests.ts";
import { NOTHING } from "./facts.ts";
import { calledFunction } from "./functions.ts";
import { methodOf } from "./library/lookup.ts";
import { changesOf } from "./list-changes.ts";
import { functionGiven } from "./shells.ts";
import {
  constantNumber,
  constantText,
  constantValue,
  isCall,
  isMember,
  isNothing,
  memberName,
  pathOf,
  unwrap,
} from "./syntax.ts";
import { isThis } from "./this.ts";
import { not, type Truth, UNKNOWN } from "./truth.ts";
import { isUnion } from "./union-helper.ts";
import { wayBetween } from "./ways.ts";

/**
 * The paths of what an expression is made of, so that it is empty or missing only where that is: of `s?.split(" ")`,
 * `s.length` and `s && s.trim()` that of `s`; of a union those of its parts.
 */
export function sourcesOf(code: Code, expression: Node, depth = 0): string[] {
  const node = unwrap(expression);
  const from = (inner: Node): string[] => {
    const path = pathOf(code, inner);
    return [...(path === undefined ? [] : [path]), ...sourcesOf(code, inner, depth + 1)];
  };
  if (depth > 6) return [];
  if (isMember(node)) return /^(?:length|size)$/.test(memberName(code, node) ?? "") ? from(node.object) : [];
  if (isCall(node)) {
    const target = calledFunction(code, node);
    if (target?.type === "FunctionDeclaration" && isUnion(code, target)) return node.arguments.flatMap(from);
    const method = methodOf(code, node.callee);
    const [first] = node.arguments;
    // `s?.split(" ").filter(Boolean)`
    const isPassing = method?.keeps === "passing" && first !== undefined && isWhetherThere(code, first);
    // `list.slice(1)` may be empty while the list is not.
    const isCut = method?.keeps === "range" && node.arguments.length > 0;
    return ((method?.isEmptyAlike && !isCut) || isPassing) && isMember(node.callee) && !isOwn(code, node.callee.object)
      ? from(node.callee.object)
      : [];
  }
  switch (node.type) {
    case "AssignmentExpression":
      return node.operator === "=" ? from(node.right) : [];
    case "LogicalExpression":
      if (node.operator === "&&") return only(code, node.left, from(node.right));
      return isEmpty(node.right) ? from(node.left) : [];
    case "ArrayExpression":
      return node.elements.flatMap((each) => (each ? from(each) : []));
    case "TemplateLiteral":
      return node.expressions.flatMap(from);
    case "BinaryExpression":
      return node.operator === "+" && node.left.type !== "PrivateName" ? [node.left, node.right].flatMap(from) : [];
    case "NewExpression":
      return node.arguments[0] ? from(node.arguments[0]) : [];
    case "ConditionalExpression": {
      const value = isEmpty(node.consequent) ? node.alternate : isEmpty(node.alternate) ? node.consequent : undefined;
      return value ? only(code, node.test, from(value)) : [];
    }
    case "Identifier": {
      const value = constantValue(code, node) ?? onlyWrite(code, node);
      // `while (queue.length > 0) next += queue.shift();`: what was taken out of a list was in it.
      if (value && isTakenFrom(code, node)) return [];
      return value ? [...from(value), ...(isMadeEmpty(value) ? gatheredFrom(code, node, depth) : [])] : [];
    }
    default:
      return [];
  }
}

/** Whether a predicate asks but whether an element is there: one that is held already may be left out by others. */
function isWhetherThere(code: Code, predicate: Node): boolean {
  const target = functionGiven(code, predicate);
  const [element] = target?.params ?? [];
  if (target) return element?.type === "Identifier" && pathOf(code, target.body) === pathOf(code, element);
  return pathOf(code, predicate) === "Boolean";
}

/** Whether something is taken out of the list that a name holds. */
function isTakenFrom(code: Code, name: t.Identifier): boolean {
  const binding = code.bindings.resolve(name);
  return binding !== undefined && changesOf(code, binding).some(({ kind }) => kind !== "grows");
}

/** `undefined`, `""` or `[]`. */
function isEmpty(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "ArrayExpression") return node.elements.length === 0;
  return isNothing(node) || (node.type === "StringLiteral" && node.value === "");
}

/** Whether a list or Set has nothing in it at first. */
function isMadeEmpty(value: Node): boolean {
  const node = unwrap(value);
  return node.type === "NewExpression" ? node.arguments.length === 0 : isEmpty(node);
}

/** The lists of which every element that is not empty is put into another, up to a mention of that. */
function gatheredFrom(code: Code, mention: t.Identifier, depth: number): string[] {
  const binding = code.bindings.resolve(mention);
  return (binding ? changesOf(code, binding) : []).flatMap(({ kind, node, values: [value] }) => {
    const element = kind === "grows" && value ? elementIn(code, value) : undefined;
    const isWhole = element !== undefined && wayBetween(code, node, mention, element)?.isCertain === true;
    return isWhole && value ? listsAround(code, value, depth + 1) : [];
  });
}

/** The lists that loops run over to come to an element: `text` and `texts` of `each` in `for (… of text.split(" "))`. */
function listsAround(code: Code, element: Node, depth: number): string[] {
  const name = unwrap(element);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const list = binding && listRunThrough(code, binding.declaration);
  if (!list || depth > 6) return [];
  const path = pathOf(code, list);
  const receiver = unwrap(list);
  const inner = isCall(receiver) && isMember(receiver.callee) ? receiver.callee.object : list;
  return [
    ...(path === undefined ? [] : [path]),
    ...sourcesOf(code, list, depth),
    ...listsAround(code, inner, depth + 1),
  ];
}

/** Whether a method is one of the client itself. */
const isOwn = (code: Code, object: Node): boolean => isThis(pathOf(code, object));

/** The value of a compiler's temporary: `_a` of `(_a = s.scope) != null ? _a : ""`. */
function onlyWrite(code: Code, name: t.Identifier): Node | undefined {
  const binding = code.bindings.resolve(name);
  const [write, ...others] = (binding?.kind === "variable" && code.bindings.writes(binding)) || [];
  const assignment = write && others.length === 0 ? code.tree.parent(write) : undefined;
  return assignment?.type === "AssignmentExpression" && assignment.operator === "=" ? assignment.right : undefined;
}

/** Those of some paths that a condition itself looks at. */
function only(code: Code, test: Node, paths: readonly string[]): string[] {
  const tested = new Set<string>();
  code.tree.walk(test, (node) => {
    const path = pathOf(code, node);
    if (path !== undefined) tested.add(path);
    return undefined;
  });
  return paths.filter((path) => tested.has(path));
}

const SWAPPED: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** A comparison that tells whether there is anything: `s.length > 0`, `typeof s === "string"`, `s !== ""`. */
export function emptinessTruth(code: Code, { left, operator, right }: t.BinaryExpression): Truth {
  if (left.type === "PrivateName") return UNKNOWN;
  const found = emptiness(code, left, operator, right);
  return found === UNKNOWN ? emptiness(code, right, SWAPPED[operator] ?? operator, left) : found;
}

function emptiness(code: Code, one: Node, operator: string, other: Node): Truth {
  const subject = unwrap(one);
  const limit = unwrap(other);
  const isEqual = /^===?$/.test(operator);
  const isUnequal = /^!==?$/.test(operator);
  const told = (paths: readonly string[], whenTrue: boolean): Truth => {
    if (paths.length === 0) return UNKNOWN;
    const truth = { yes: NOTHING, no: { ...NOTHING, absent: paths } };
    return whenTrue ? truth : not(truth);
  };
  if (subject.type === "UnaryExpression" && subject.operator === "typeof") {
    const text = constantText(code, limit);
    if ((text !== "string" && text !== "undefined") || !(isEqual || isUnequal)) return UNKNOWN;
    const paths = pathsOf(code, subject.argument);
    const truth = told(paths, (text === "string") === isEqual);
    if (text === "undefined" || paths.length === 0) return truth;
    const there = { ...NOTHING, present: paths };
    return isEqual ? { ...truth, yes: there } : { ...truth, no: there };
  }
  if (constantText(code, limit) === "" && (isEqual || isUnequal)) return told(pathsOf(code, subject), isUnequal);
  if (!isCount(code, subject)) return UNKNOWN;
  const number = constantNumber(code, limit);
  if (number === 0 && (isEqual || isUnequal || operator === ">" || operator === "<="))
    return told(sourcesOf(code, subject), isUnequal || operator === ">");
  if (number === 1 && (operator === ">=" || operator === "<")) return told(sourcesOf(code, subject), operator === ">=");
  return UNKNOWN;
}

/** `s.length`, and what compilers make of `s?.length`. */
function isCount(code: Code, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === "LogicalExpression") return node.operator === "&&" && isCount(code, node.right);
  if (node.type === "ConditionalExpression") {
    const [one, other] = [node.consequent, node.alternate];
    return isNothing(one) ? isCount(code, other) : isNothing(other) && isCount(code, one);
  }
  return isMember(node) && /^(?:length|size)$/.test(memberName(code, node) ?? "");
}

/** The paths of an expression and of what it is made of: where it is empty or missing, they are. */
export function pathsOf(code: Code, expression: Node): string[] {
  const path = pathOf(code, expression);
  return [...(path === undefined ? [] : [path]), ...sourcesOf(code, expression)];
}

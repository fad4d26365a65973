import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { equality } from "./comparisons.ts";
import { keepsElements, keepsMember } from "./constant-members.ts";
import { both, eitherOf, NEVER, NOTHING } from "./facts.ts";
import { methodOf } from "./library/lookup.ts";
import {
  type Call,
  frozen,
  initialValue,
  isCall,
  isMember,
  isNothing,
  type Member,
  memberName,
  pathOf,
  propertyName,
  unwrap,
} from "./syntax.ts";
import { doubted, type Truth, UNKNOWN } from "./truth.ts";

/** What tells whether a value is the one that is asked for; undefined where that is not known. */
export type Matches = (value: Node) => boolean | undefined;

/** More entries than a table of answers has: what is longer holds words for people. */
const MOST_ENTRIES = 100;

/** A record or Map that is written out. */
interface Table {
  readonly entries: readonly { readonly key: Node; readonly value: Node }[];
  /** Whether it has these entries always. */
  readonly isKept: boolean;
}

/** `KINDS[error]`, `KINDS.get(error)`: what it tells that the entry that is taken is the one asked for. */
export function entryTruth(code: Code, node: Call | Member, matches: Matches): Truth | undefined {
  const callee = isCall(node) ? unwrap(node.callee) : undefined;
  if (isCall(node)) {
    const [key] = node.arguments;
    const isTaken = key && isMember(callee) && memberName(code, callee) === "get";
    return isTaken ? takenTruth(code, node, tableOfMap(code, callee.object), key, matches) : undefined;
  }
  if (!node.computed || memberName(code, node) !== undefined) return undefined;
  return takenTruth(code, node, tableOfRecord(code, node.object), node.property, matches);
}

/** `if (KINDS[error])`, `if (KINDS.get(error))`: what it tells that there is an entry, and one that is no empty value. */
export const presentEntryTruth = (code: Code, node: Call | Member): Truth | undefined =>
  telling(entryTruth(code, node, isTruthy));

/** `KINDS[error] !== undefined`, `KINDS.get(error) != null`. */
export const definedEntryTruth = (code: Code, node: Node): Truth | undefined =>
  isCall(node) || isMember(node) ? telling(entryTruth(code, node, isDefined)) : undefined;

/** `error in KINDS`: what it tells that there is an entry. What every object inherits (`toString`) is no code of an answer. */
export const keyTruth = (code: Code, node: Node, object: Node, key: Node): Truth | undefined =>
  telling(takenTruth(code, node, tableOfRecord(code, object) ?? tableOfMap(code, object), key, () => true));

/** `KINDS.has(error)`, `Object.hasOwn(KINDS, error)`, `Object.keys(KINDS).includes(error)`. */
export function keyCallTruth(code: Code, call: Call): Truth | undefined {
  const callee = unwrap(call.callee);
  const [first, second] = call.arguments;
  if (!isMember(callee) || !first) return undefined;
  if (second) return HAS_OWN.test(pathOf(code, callee) ?? "") ? keyTruth(code, call, first, second) : undefined;
  const object = unwrap(callee.object);
  const told = (table: Table | undefined) => telling(takenTruth(code, call, table, first, () => true));
  if (memberName(code, callee) === "hasOwnProperty") return told(tableOfRecord(code, object));
  if (methodOf(code, callee)?.tells !== "member") return undefined;
  const [listed] = isCall(object) && pathOf(code, object.callee) === "Object.keys" ? object.arguments : [];
  return told(listed ? tableOfRecord(code, listed) : tableOfMap(code, object));
}

const HAS_OWN = /^(?:Object\.hasOwn|Reflect\.has|(?:Object\.prototype\.)?hasOwnProperty\.call)$/;

const telling = (truth: Truth | undefined): Truth | undefined =>
  truth && truth.yes.tests.length > 0 ? truth : undefined;

function takenTruth(code: Code, node: Node, table: Table | undefined, key: Node, matches: Matches): Truth | undefined {
  if (!table) return undefined;
  const entries = table.entries.map((entry) => ({
    isMatch: matches(entry.value),
    truth: equality(code, key, entry.key, node, "comparison") ?? UNKNOWN,
  }));
  const truth: Truth = {
    yes: entries
      .filter(({ isMatch }) => isMatch !== false)
      .map(({ truth }) => truth.yes)
      .reduce(eitherOf, NEVER),
    no: entries
      .filter(({ isMatch }) => isMatch === true)
      .map(({ truth }) => truth.no)
      .reduce(both, NOTHING),
  };
  return table.isKept ? truth : doubted(truth);
}

const isDefined = (value: Node): boolean | undefined =>
  isNothing(value) ? false : isTruthy(value) === undefined ? undefined : true;

/** Whether a value that is written out counts as a yes. */
function isTruthy(value: Node): boolean | undefined {
  const node = unwrap(value);
  if (isFunction(node)) return true;
  switch (node.type) {
    case "BooleanLiteral":
      return node.value;
    case "StringLiteral":
      return node.value !== "";
    case "NumericLiteral":
      return node.value !== 0;
    case "NullLiteral":
      return false;
    case "UnaryExpression": {
      // A minifier's `!0` and `!1`.
      const of = node.operator === "!" ? isTruthy(node.argument) : undefined;
      return of === undefined ? undefined : !of;
    }
    case "ObjectExpression":
    case "ArrayExpression":
      return true;
    default:
      return undefined;
  }
}

function tableOfRecord(code: Code, object: Node): Table | undefined {
  const node = unwrap(object);
  const owner = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const literal = frozen(code, (owner && initialValue(code, owner)) ?? node);
  if (literal.type !== "ObjectExpression" || literal.properties.length > MOST_ENTRIES) return undefined;
  const entries = literal.properties.flatMap((part) => {
    if (part.type === "SpreadElement") return [];
    const name = propertyName(code, part.key, part.computed);
    if (name === "__proto__" || name === "hasOwnProperty") return [];
    const key: t.StringLiteral | undefined = name === undefined ? undefined : { type: "StringLiteral", value: name };
    const value = part.type === "ObjectProperty" ? part.value : part.kind === "method" ? part : undefined;
    return key && value ? [{ key, value }] : [];
  });
  const isKept = !owner || keepsMember(code, owner, literal, undefined);
  return entries.length === literal.properties.length ? { entries, isKept } : undefined;
}

function tableOfMap(code: Code, object: Node): Table | undefined {
  const node = unwrap(object);
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  const made = binding && initialValue(code, binding);
  const list = made?.type === "NewExpression" && pathOf(code, made.callee) === "Map" ? made.arguments[0] : undefined;
  if (!binding || list?.type !== "ArrayExpression" || list.elements.length > MOST_ENTRIES) return undefined;
  const entries = list.elements.flatMap((each) => {
    const [key, value] = each?.type === "ArrayExpression" ? each.elements : [];
    return key && value ? [{ key, value }] : [];
  });
  const isKept = keepsElements(code, binding);
  return entries.length === list.elements.length ? { entries, isKept } : undefined;
}

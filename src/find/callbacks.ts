import type { Binding } from "../parse/bindings.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import { type Alternative, KEEPING, leaf, PREVIOUS } from "./alternatives.ts";
import { isPickerName, picks } from "./calls.ts";
import { factsWithin } from "./dominance.ts";
import { isUnderGone, predicatePasses } from "./element-tests.ts";
import type { Facts } from "./facts.ts";
import { returnedValues } from "./functions.ts";
import type { Reader } from "./reader.ts";
import { functionGiven } from "./shells.ts";
import { isCall, unwrap } from "./syntax.ts";

/** Whether `filter` with a predicate leaves out nothing but what is empty or there twice. */
export const filtersWhole = ({ code }: Reader, predicate: Node | undefined): boolean =>
  predicate !== undefined && predicatePasses(code, predicate);

/** Whether `map` or `flatMap` with a function keeps something of every element that is there. */
export function mapsWhole(reader: Reader, mapper: Node | undefined): boolean {
  const target = mapper && functionGiven(reader.code, mapper);
  if (!target) return mapper !== undefined && !isPicker(reader, mapper);
  const element = parameterAt(reader, target, 0);
  // What a pattern takes out of an element is a record's property.
  if (!element) return target.params.length > 0;
  return everyReturn(reader, target, [element], (value, found) => keeps(reader, target, value, found, element));
}

/** Whether `reduce` with a function keeps what was gathered so far and every element that is there. */
export function reducesWhole(reader: Reader, reducer: Node | undefined): boolean {
  const target = reducer && functionGiven(reader.code, reducer);
  if (!target) return reducer !== undefined && !isPicker(reader, reducer);
  const gathered = parameterAt(reader, target, 0);
  const element = parameterAt(reader, target, 1);
  if (!gathered || !element) return false;
  return everyReturn(
    reader,
    target,
    [gathered, element],
    (value, found) => keeps(reader, target, value, found, gathered) && keeps(reader, target, value, found, element),
  );
}

const isPicker = ({ code }: Reader, callback: Node): boolean => {
  const node = unwrap(callback);
  if (isCall(node)) return picks(code, node);
  if (node.type === "MemberExpression") return node.property.type === "Identifier" && isPickerName(node.property.name);
  return node.type === "Identifier" && isPickerName(node.name);
};

function parameterAt({ code }: Reader, target: FunctionNode, index: number): Binding | undefined {
  const parameter = target.params[index];
  const name = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  return name?.type === "Identifier" ? code.bindings.resolve(name) : undefined;
}

/** Whether all that a callback returns fulfills something, told of the values that are made of its parameters. */
function everyReturn(
  reader: Reader,
  target: FunctionNode,
  parameters: readonly Binding[],
  holds: (value: Node, found: readonly Alternative[]) => boolean,
): boolean {
  const env = new Map(reader.env);
  for (const { id } of parameters) env.set(id, { values: [{ ...leaf(PREVIOUS), kept: [id] }] });
  const inner = reader.inside(env);
  const returned = returnedValues(reader.code, target) ?? [];
  const branches = returned.map(({ value }) => (value ? branchesOf(value) : []));
  return (
    returned.length > 0 &&
    branches.every((each) => each.length > 0 && each.every((value) => holds(value, inner.read(value))))
  );
}

/** The values between which a returned expression chooses. */
function branchesOf(expression: Node): Node[] {
  const node = unwrap(expression);
  return node.type === "ConditionalExpression"
    ? [...branchesOf(node.consequent), ...branchesOf(node.alternate)]
    : [node];
}

/** Whether a returned value holds a parameter wherever that is not empty and not held already. */
function keeps(
  { code }: Reader,
  target: FunctionNode,
  value: Node,
  found: readonly Alternative[],
  { id }: Binding,
): boolean {
  // A record is made of the element, and a list of such is taken apart again later.
  if (value.type === "ObjectExpression") return true;
  if (isUnderGone(code, value, target, id)) return true;
  const isAbsent = ({ absent }: Facts) => absent.some((path) => path === id || path.startsWith(`${id}.`));
  if (isAbsent(factsWithin(code, value, target))) return true;
  return (
    found.length > 0 &&
    found.every(({ parts, kept, facts }) => ((parts & KEEPING) !== 0 && kept.includes(id)) || isAbsent(facts))
  );
}

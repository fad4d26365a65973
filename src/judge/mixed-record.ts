import { copiesRecords } from "../find/calls.ts";
import { calledFunction, returnedValues } from "../find/functions.ts";
import { originOf } from "../find/origins.ts";
import type { Sources } from "../find/sources.ts";
import { isCall, propertyValue, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import type { Part } from "./challenge-parts.ts";

/** What a record is made of along with a challenge and is none of it: `{ ...challenge, ...more }`, `{ ...challenge, error }`. */
export function mixedRecord(code: Code, parts: readonly Part[]): Node | undefined {
  for (const part of parts) {
    const { declaration } = part.owner;
    const init = declaration.type === "VariableDeclarator" ? declaration.init : undefined;
    for (const made of init ? makingOf(code, init) : []) {
      const other = otherOf(code, made, part);
      if (other) return other;
    }
  }
  return undefined;
}

/** The expression that makes a record, or those of which a function of this file gives one. */
function makingOf(code: Code, init: Node): readonly Node[] {
  const node = unwrap(init);
  const call = node.type === "AwaitExpression" ? unwrap(node.argument) : node;
  const target = isCall(call) && !copiesRecords(code, call) ? calledFunction(code, call) : undefined;
  return target ? (returnedValues(code, target) ?? []).flatMap(({ value }) => value ?? []) : [node];
}

function otherOf(code: Code, made: Node, part: Part): Node | undefined {
  const [first, ...others] = [...copiedInto(code, made), ...writtenBeside(code, made, part)];
  const sources = first && originOf(code, first);
  return sources && others.find((each) => !meets(sources, originOf(code, each)));
}

/** Whether two values come from one thing, or were read of one. */
export const meets = (one: Sources, other: Sources): boolean =>
  [...one.own].some((source) => other.own.has(source)) || [...one.given].some((source) => other.given.has(source));

/** The records that are copied as wholes into one, literals aside: their parts are read where they stand. */
export function copiedInto(code: Code, made: Node): readonly Node[] {
  const node = unwrap(made);
  const all =
    node.type === "ObjectExpression"
      ? node.properties.flatMap((part) => (part.type === "SpreadElement" ? [part.argument] : []))
      : isCall(node) && copiesRecords(code, node)
        ? node.arguments
        : [];
  return all.filter((record) => unwrap(record).type !== "ObjectExpression");
}

/** What is written out for the part that is read, beside a record that is copied: by the literal, or in another. */
function writtenBeside(code: Code, made: Node, { names: [name] }: Part): readonly Node[] {
  const node = unwrap(made);
  if (name === undefined || copiedInto(code, node).length === 0) return [];
  const literals = [node, ...(isCall(node) ? node.arguments.map(unwrap) : [])];
  return literals.flatMap((literal) => {
    const value = literal.type === "ObjectExpression" ? propertyValue(code, literal, name) : undefined;
    return value && !isKnown(value) ? [value] : [];
  });
}

/** What is written out is judged by what it is. */
export const isKnown = (value: Node): boolean => /Literal$/.test(unwrap(value).type);

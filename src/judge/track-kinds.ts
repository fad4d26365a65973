import type * as t from "@babel/types";
import { roleOf, takesRequestKeys } from "../find/calls.ts";
import { functionNamed } from "../find/functions.ts";
import { paramsOf } from "../find/shells.ts";
import { isCall, propertyValue, unwrap } from "../find/syntax.ts";
import { argumentsFor } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";

/** What has come into a value, as bits: what the sink held, or a copy of it; what is challenged. */
export const HELD = 1;
export const CHALLENGED = 2;
/** The scope of stored tokens, which is what was asked for before. */
export const STORED = 4;
/** The value tells how what the sink held relates to what is challenged. */
export const RELATED = 8;

/** What a caller that is not seen passes: it may be what the sink held. */
export const UNSEEN = 16;

/** A record in which the sink, or a copy of it, is a part. */
export const WHOLE = 32;

/** Whether two values are both made of what the sink held, at one time or another, alone or with more. */
export const isHeldTwice = (one: number, other: number): boolean =>
  (one & (HELD | WHOLE)) !== 0 && (other & (HELD | WHOLE)) !== 0;

const mayHold = (value: number): boolean => (value & HELD) !== 0 || (value & (UNSEEN | CHALLENGED)) === UNSEEN;

/** Whether two values, one beside the other, are what the sink held, or may be, and what is challenged. */
export const isRelation = (one: number, other: number): boolean =>
  (mayHold(one) && (other & CHALLENGED) !== 0) || (mayHold(other) && (one & CHALLENGED) !== 0);

/** Whether any two of some values are so related. */
export function relationOf(operands: readonly number[]): number {
  const isRelated = operands.some((one, index) => operands.slice(index + 1).some((other) => isRelation(one, other)));
  return isRelated ? RELATED : 0;
}

/** Whether a call's awaited result is an answer to what it sends, and no part of that. */
export const isAnswer = (code: Code, awaited: Node): boolean => {
  const call = unwrap(awaited);
  return (
    isCall(call) &&
    (takesRequestKeys(code, call) || (!functionNamed(code, call.callee) && roleOf(code, call) === "authorization"))
  );
};

/** What the parameters of functions hold in the call that is followed, by their bindings' ids. */
export type Given = ReadonlyMap<string, number>;

/** What the parameters of a function hold, by what a call passes. */
export function parametersGiven(code: Code, target: FunctionNode, given: readonly number[]): Given {
  const found = new Map<string, number>();
  for (const [index, parameter] of paramsOf(target).entries()) {
    const isRest = parameter.type === "RestElement";
    const name = isRest ? parameter.argument : parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    if (name.type === "Identifier") {
      const binding = code.bindings.resolve(name);
      const tracks = isRest ? given.slice(index).reduce((all, each) => all | each, 0) : (given[index] ?? 0);
      if (binding) found.set(binding.id, tracks);
    }
  }
  return found;
}

/** What the calls of this file pass for a property of a parameter. */
export function partsGiven(code: Code, object: t.Identifier, name: string): Node[] {
  const binding = code.bindings.resolve(object);
  const values = binding?.kind === "parameter" ? argumentsFor(code, binding.declaration, binding) : [];
  return values.flatMap((value) => {
    const record = unwrap(value);
    return record.type === "ObjectExpression" ? (propertyValue(code, record, name) ?? []) : [];
  });
}

/** The elements of a list that is written out: in a set of both, one of two equal texts is left. */
export const inList = (given: Node): Node[] =>
  given.type === "ArrayExpression" ? given.elements.flatMap((each) => each ?? []) : [];

import type * as t from "@babel/types";
import { isNullish, isPrimitive, Rec, Unknown, type Value } from "./values.ts";
import { Stuck } from "./world.ts";

/** No scope, key or header that code makes of a few is longer; what grows in a loop soon is. */
const LONGEST = 5_000;

/** Whether two values are the same; undefined where that is not known. */
export function same(a: Value, b: Value, isLoose: boolean): boolean | undefined {
  if (a === b) return true;
  if (isLoose && (a === null || a === undefined) && (b === null || b === undefined)) return true;
  if (a instanceof Unknown || b instanceof Unknown) return undefined;
  return false;
}

/** What an operator makes of two values. */
export function binary(operator: t.BinaryExpression["operator"], a: Value, b: Value): Value {
  switch (operator) {
    case "===":
    case "==":
      return same(a, b, operator === "==") ?? unknownOf(a, b);
    case "!==":
    case "!=": {
      const isSame = same(a, b, operator === "!=");
      return isSame === undefined ? unknownOf(a, b) : !isSame;
    }
    case "in":
      return b instanceof Rec && typeof a === "string" && (b.members.has(a) || !b.isOpen)
        ? b.members.has(a)
        : unknownOf(a, b);
  }
  if (!isPrimitive(a) || !isPrimitive(b)) return unknownOf(a, b);
  return ofPrimitives(operator, a, b);
}

type Primitive = undefined | null | boolean | number | string;

function ofPrimitives(operator: string, a: Primitive, b: Primitive): Value {
  // As JavaScript does, whatever they are.
  const [x, y] = [a as number, b as number];
  switch (operator) {
    case "+":
      // No scope is made of what is not there: the code is given it.
      if ((isNullish(a) && typeof b === "string") || (isNullish(b) && typeof a === "string")) return new Unknown(false);
      return shortened(x + y);
    case "-":
      return x - y;
    case "*":
      return x * y;
    case "/":
      return x / y;
    case "%":
      return x % y;
    case "<":
      return x < y;
    case "<=":
      return x <= y;
    case ">":
      return x > y;
    case ">=":
      return x >= y;
    case "|":
      return x | y;
    case "&":
      return x & y;
    default:
      return new Unknown(true);
  }
}

/** A text that is not too long to go on with. */
export function shortened<Type>(value: Type): Type {
  if (typeof value === "string" && value.length > LONGEST) throw new Stuck("a text grows and grows");
  return value;
}

/** What is not known since others are not: another each time if one of them is. */
export const unknownOf = (...values: readonly Value[]): Unknown =>
  new Unknown(values.some((value) => !(value instanceof Unknown) || value.isFresh));

export function unary(operator: string, value: Value): Value {
  if (operator === "void") return undefined;
  if (value instanceof Unknown) return unknownOf(value);
  if (operator === "typeof")
    return isPrimitive(value) ? (value === null ? "object" : typeof value) : new Unknown(false);
  if (!isPrimitive(value)) return new Unknown(false);
  if (operator === "-") return -(value as number);
  if (operator === "+") return Number(value);
  if (operator === "~") return ~(value as number);
  return new Unknown(true);
}

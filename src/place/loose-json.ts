import { parseExpression } from "@babel/parser";
import type * as t from "@babel/types";

/** An object of a configuration file. */
export type Settings = Readonly<Record<string, unknown>>;

/**
 * Reads JSON with comments and trailing commas, as tsconfig files have.
 *
 * @returns undefined where the text is no object
 */
export function parseLooseJson(text: string): Settings | undefined {
  try {
    return asSettings(jsonValue(parseExpression(text)));
  } catch {
    return undefined;
  }
}

/** A value, if it is an object with properties. */
export function asSettings(value: unknown): Settings | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Settings) : undefined;
}

function jsonValue(node: t.Node): unknown {
  switch (node.type) {
    case "ObjectExpression":
      return Object.fromEntries(node.properties.flatMap((property) => entryOf(property)));
    case "ArrayExpression":
      return node.elements.map((element) => (element ? jsonValue(element) : undefined));
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
      return node.value;
    case "NullLiteral":
      return null;
    default:
      return undefined;
  }
}

function entryOf(property: t.ObjectExpression["properties"][number]): [string, unknown][] {
  if (property.type !== "ObjectProperty" || property.key.type !== "StringLiteral") return [];
  return [[property.key.value, jsonValue(property.value)]];
}

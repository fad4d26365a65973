import { parseExpression } from "@babel/parser";
import type * as t from "@babel/types";
import { asSettings, type Settings } from "./settings.ts";

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

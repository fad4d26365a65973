import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { callTaking, takesRequestKeys } from "./calls.ts";
import { type Call, constantText } from "./syntax.ts";

/**
 * What a pair gives as the `scope` of a request whose parameters are listed in pairs, and what takes the list:
 * `new URLSearchParams([["grant_type", grant], ["scope", scope]])`.
 */
export function scopeOfPair(
  code: Code,
  pair: t.ArrayExpression,
): { value: t.Expression; call: Call | t.NewExpression } | undefined {
  const [name, value, ...others] = pair.elements;
  const list = code.tree.parent(pair);
  if (!name || !value || others.length > 0 || value.type === "SpreadElement" || list?.type !== "ArrayExpression")
    return undefined;
  const call = constantText(code, name) === "scope" ? callTaking(code, list) : undefined;
  return call && takesRequestKeys(code, call) ? { value, call } : undefined;
}

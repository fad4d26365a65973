import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { calledFunction } from "./functions.ts";
import { collectionAsked } from "./kept-entries.ts";
import { isDeferred } from "./shells.ts";
import { isCall, unwrap } from "./syntax.ts";

/** The type of what a call gives, where this file writes it: that of a function's result, or of a map's entries. */
export function typeGiven(code: Code, value: Node): t.TSType | undefined {
  const call = unwrap(value);
  if (!isCall(call)) return undefined;
  const target = calledFunction(code, call);
  const result = target && !isDeferred(target) ? target.returnType : undefined;
  if (result?.type === "TSTypeAnnotation") return result.typeAnnotation;
  const types = collectionAsked(code, call)?.typeParameters;
  return types?.type === "TSTypeParameterInstantiation" ? types.params[1] : undefined;
}

import { calledFunction } from "../find/functions.ts";
import { libraryOf, makesMany } from "../find/library/lookup.ts";
import { isKeptAndAsked } from "../find/read-back.ts";
import { constantValue, isCall, isMember, pathOf, unwrap } from "../find/syntax.ts";
import { keepsValue } from "../find/written.ts";
import type { Receiver } from "../model/site.ts";
import { type Code, textOf } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import type { Judgement } from "./judgement.ts";

/** Who gets a scope that leaves its handler; undefined where that is code of which nothing is seen. */
export function receiverOf(code: Code, { candidate: { call, kind } }: Judgement): Receiver | undefined {
  if (kind === "return") return "caller";
  if (keepsValue(kind)) return "kept";
  if (!call) return undefined;
  const callee = unwrap(call.callee);
  if (isKeptAndAsked(code, call) || (isMember(callee) && isMadeToKeep(code, callee.object))) return "kept";
  const declaration = callee.type === "Identifier" ? code.bindings.resolve(callee)?.declaration : undefined;
  const isDeclared = declaration?.type === "ClassDeclaration" || calledFunction(code, call) !== undefined;
  return isDeclared ? "declared" : undefined;
}

/** Whether an object is a list, a Set or a Map that this file has made: `pending` of `const pending = new Map()`. */
function isMadeToKeep(code: Code, object: Node): boolean {
  const node = unwrap(object);
  const made = node.type === "Identifier" ? constantValue(code, node) : fieldValue(code, node);
  const value = made && unwrap(made);
  if (value?.type === "ArrayExpression") return true;
  return (isCall(value) || value?.type === "NewExpression") && makesMany(libraryOf(code, value.callee));
}

/** What a field is declared with: `new Map()` of `pending = new Map()`. */
function fieldValue(code: Code, node: Node): Node | undefined {
  const path = pathOf(code, node);
  const owner = code.tree.classAround(node);
  const field = owner?.body.body.find(
    (each) =>
      (each.type === "ClassProperty" || each.type === "ClassPrivateProperty") &&
      path !== undefined &&
      path.split(".").length === 2 &&
      isMember(node) &&
      textOf(code, each.key) === textOf(code, node.property),
  );
  return field && "value" in field ? ((field.value as Node | null) ?? undefined) : undefined;
}

/**
 * The challenged scope as the code of the site names it, for a union that is written there; undefined where the reasons
 * name it so already.
 */
export function joinedText(code: Code, { candidate, challenged, change }: Judgement): string | undefined {
  const { property, value } = candidate;
  const own = () => {
    if (property !== undefined && /^\w+$/.test(property)) return `${textOf(code, value)}.${property}`;
    if (change) return textOf(code, change.core);
    if (covers(value, challenged)) return undefined;
    return pathOf(code, value) === undefined ? undefined : textOf(code, value);
  };
  const text = own();
  return text === textOf(code, challenged) ? undefined : text;
}

import { constantText, isNothing, propertyValue, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

/** Nothing, an empty text or record, or a record of nothing. */
export function isEmpty(code: Code, value: Node): boolean {
  const node = unwrap(value);
  if (isNothing(node) || constantText(code, node) === "") return true;
  if (node.type === "ArrayExpression")
    return node.elements.every((element) => element === null || isEmpty(code, element));
  return (
    node.type === "ObjectExpression" &&
    node.properties.every((part) => part.type === "ObjectProperty" && isEmpty(code, part.value))
  );
}

/** A record of tokens without a token, or without the scope that was granted. */
export function isEmptied(code: Code, value: Node): boolean {
  const record = unwrap(value);
  if (isEmpty(code, record)) return true;
  if (record.type !== "ObjectExpression") return false;
  return ["access_token", "scope"].some((name) => {
    const part = propertyValue(code, record, name);
    return part !== undefined && isEmpty(code, part);
  });
}

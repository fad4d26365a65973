import type * as t from "@babel/types";
import { constantText } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import { covers, type Node } from "../../parse/tree.ts";
import { OF_ONE_REQUEST } from "../../rules/names-beside.ts";

/** An absolute address, or its beginning, in which nothing is left to be filled in. */
export const ABSOLUTE = /^[a-z][\w+.-]*:\/\/[^{}]*$/i;

/** What a template has beside a part of it, but parameters that are of one request: `&state=${state}`. */
export function piecesBeside({ quasis, expressions }: t.TemplateLiteral, part: Node): Node[] {
  return expressions.filter((each, index) => {
    if (covers(each, part)) return false;
    const before = quasis[index]?.value.raw ?? "";
    const name = /[?&]([\w-]+)=$/.exec(before)?.[1];
    return name === undefined || !OF_ONE_REQUEST.test(name);
  });
}

/** Whether an expression says where a server is: an absolute address, or anything that is no constant. */
export function isAddress(code: Code, node: Node): boolean {
  const text = constantText(code, node);
  return text === undefined || ABSOLUTE.test(text);
}

import type * as t from "@babel/types";
import { type Code, textOf } from "../parse/code.ts";
import { type Node, startOf } from "../parse/tree.ts";
import { typeInText } from "../parse/type-text.ts";

/**
 * The type that a comment or a Flow annotation gives a field or variable of a file without TypeScript:
 * `/** @type {string[]} *\/ scope;`, `scope: Array<string>`.
 */
export function documentedType(code: Code, declaration: Node): t.TSType | undefined {
  if (code.typescript) return undefined;
  const text = flowType(code, declaration) ?? typeInComment(code, declaration);
  return text === undefined ? undefined : typeInText(text);
}

function flowType(code: Code, node: Node): string | undefined {
  const typed = node.type === "VariableDeclarator" ? node.id : node;
  const annotation = "typeAnnotation" in typed ? typed.typeAnnotation : undefined;
  return annotation?.type === "TypeAnnotation" ? textOf(code, annotation.typeAnnotation) : undefined;
}

/** The type that a comment gives what an assignment writes into. */
export function documentedAt(code: Code, assignment: Node): t.TSType | undefined {
  const text = code.typescript ? undefined : typeInComment(code, assignment);
  return text === undefined ? undefined : typeInText(text);
}

/** The type that a comment gives a parameter: `@param {InsufficientScopeError} refusal`. */
export function documentedParameter(code: Code, target: Node, name: string): t.TSType | undefined {
  const text = code.typescript ? undefined : (commentBefore(code, target) ?? "");
  for (const { index, 0: tag } of text?.matchAll(/@(?:param|arg|argument)\s*\{/g) ?? []) {
    const from = index + tag.length;
    let depth = 1;
    let end = from;
    for (; text && end < text.length && depth > 0; end++)
      depth += Number(text[end] === "{") - Number(text[end] === "}");
    const named = /^\s*\[?([\w$]+)/.exec(text?.slice(end) ?? "")?.[1];
    if (named === name) return typeInText(text?.slice(from, end - 1) ?? "");
  }
  return undefined;
}

/** The `@type` of the comment that stands right before a declaration or a statement. */
function typeInComment(code: Code, node: Node): string | undefined {
  const comment = commentBefore(code, node) ?? "";
  const upToType = comment.slice(0, Math.max(0, comment.lastIndexOf("}")));
  const tag = /@(?:type|member|var)\s*\{/.exec(upToType);
  return tag ? upToType.slice(tag.index + tag[0].length) : undefined;
}

/** The text of the JSDoc comment that stands right before a declaration or a statement. */
function commentBefore(code: Code, node: Node): string | undefined {
  let outer = node;
  for (let parent = code.tree.parent(outer); parent; parent = code.tree.parent(outer)) {
    const isWhole = /^(?:VariableDeclaration|Export(?:Named|Default)Declaration|ExpressionStatement)$/.test(
      parent.type,
    );
    if (!isWhole) break;
    outer = parent;
  }
  const start = startOf(outer);
  for (const comment of code.comments) {
    const { end = 0 } = comment;
    if (comment.type !== "CommentBlock" || end > start || !comment.value.startsWith("*")) continue;
    if (code.source.slice(end, start).trim() !== "") continue;
    return comment.value;
  }
  return undefined;
}

import type * as t from "@babel/types";
import { type Code, textOf } from "../parse/code.ts";
import { type Node, startOf } from "../parse/tree.ts";
import { typeInText } from "../parse/type-text.ts";
import { DOCUMENTED_RECORD } from "../rules/names-beside.ts";

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
    const type = bracedFrom(text ?? "", index + tag.length);
    const named = /^\s*\[?([\w$]+)/.exec(text?.slice(type.end) ?? "")?.[1];
    if (named === name) return typeInText(type.text);
  }
  return undefined;
}

/** What stands in braces from a place behind the first on, and where it ends: `{ { scope: string } }`. */
function bracedFrom(text: string, from: number): { readonly text: string; readonly end: number } {
  let depth = 1;
  let end = from;
  for (; end < text.length && depth > 0; end++) depth += Number(text[end] === "{") - Number(text[end] === "}");
  return { text: text.slice(from, end - 1), end };
}

/** The types that comments of a file without TypeScript define, by their names: `@typedef {object} Session`. */
export const typesDefined = (code: Code): ReadonlyMap<string, t.TSType> =>
  code.answers.of(typesDefined, code.tree.program, () => {
    const types = new Map<string, t.TSType>();
    const twice = new Set<string>();
    for (const { type, value } of code.typescript ? [] : code.comments) {
      if (type !== "CommentBlock" || !value.startsWith("*")) continue;
      // The first part is what stands before any of them.
      for (const definition of value.split("@typedef").slice(1)) {
        const braces = /^\s*\{/.exec(definition);
        const base = bracedFrom(definition, braces?.[0].length ?? 0);
        const named = /^\s*([\w$]+)/.exec(definition.slice(braces ? base.end : 0));
        const isRecord = !braces || DOCUMENTED_RECORD.test(base.text);
        const found = typeInText(isRecord ? propertiesIn(definition) : base.text);
        if (!named?.[1] || !found) continue;
        // What two comments define is what the nearer one says, which is not looked for.
        if (types.has(named[1])) twice.add(named[1]);
        types.set(named[1], found);
      }
    }
    for (const name of twice) types.delete(name);
    return types;
  });

/** The properties of a definition, as a type: `@property {string} [scope]`. */
function propertiesIn(definition: string): string {
  const members = [...definition.matchAll(/@(?:property|prop)\s*\{/g)].flatMap(({ index, 0: tag }) => {
    const type = bracedFrom(definition, index + tag.length);
    const [, optional, name] = /^\s*(\[?)([\w$]+)(?![\w$.])/.exec(definition.slice(type.end)) ?? [];
    return name === undefined ? [] : [`${name}${optional ? "?" : ""}: ${type.text};`];
  });
  return `{ ${members.join(" ")} }`;
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

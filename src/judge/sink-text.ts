import type { Candidate } from "../find/find.ts";
import { isSeparated, type NoText, noTextIn, separatedOnWire } from "../find/list-uses.ts";
import { isNothing, unwrap } from "../find/syntax.ts";
import { textOfProperty, textOfType, valueAtFirst } from "../find/text-of.ts";
import { ANY, type TextType } from "../find/text-types.ts";
import { lastName } from "../find/written.ts";
import type { Code } from "../parse/code.ts";

/** What a sink that keeps its value may hold, by its type. */
export function sinkText(code: Code, { holder, path, property, target }: Candidate): TextType {
  if (path === undefined) return ANY;
  const name = holder && (property ?? lastName(code, target));
  return holder && name !== undefined ? textOfProperty(code, holder, name) : textOfType(code, target);
}

/** What shows that a sink holds no text of scopes, by its writes and uses; for sinks without a type. */
export function noText(code: Code, { holder, path, property, target }: Candidate): NoText | undefined {
  const name = (holder && property) ?? lastName(code, target);
  if (path === undefined || name === undefined) return undefined;
  const first = holder ? valueAtFirst(code, holder, name) : valueAtFirst(code, target);
  if (first && isSeparated(code, first)) return { node: first, kind: "separated" };
  return noTextIn(code, holder ?? target, path, name) ?? separatedOnWire(code);
}

/**
 * Whether the compiler would ask for the type of a variable that a function reads before it writes: `let scope;` outside
 * of it has none then, and is an implicit `any`.
 */
export function wantsType(code: Code, { target }: Candidate): boolean {
  const name = unwrap(target);
  const binding = code.typescript && name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  if (binding?.declaration.type !== "VariableDeclarator" || binding.identifier.typeAnnotation) return false;
  const { init } = binding.declaration;
  const isUntyped = !init || isNothing(init);
  return isUntyped && code.tree.functionAround(binding.identifier) !== code.tree.functionAround(name);
}

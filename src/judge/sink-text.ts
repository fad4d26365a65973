import type { Candidate } from "../find/find.ts";
import { isListed, isSeparated, type NoText, noTextIn, separatedOnWire } from "../find/list-uses.ts";
import { partsNamed } from "../find/parts.ts";
import { declaredWith, isMember, isNothing, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { textOfProperty, textOfType, valueAtFirst } from "../find/text-of.ts";
import { ANY, type TextType } from "../find/text-types.ts";
import { isThis } from "../find/this.ts";
import { lastName } from "../find/written.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

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
  const declared = holder ? undefined : declaredValue(code, target);
  if (declared && isListed(code, declared)) return { node: declared, kind: "separated" };
  return noTextIn(code, holder ?? target, path, name) ?? separatedOnWire(code);
}

/** What a variable or a field of a class is declared with, whatever its type says. */
function declaredValue(code: Code, target: Node): Node | undefined {
  const place = unwrap(target);
  if (place.type === "Identifier") {
    const binding = code.bindings.resolve(place);
    return binding && declaredWith(binding);
  }
  const owner = isMember(place) && isThis(pathOf(code, place.object)) ? code.tree.classAround(place) : undefined;
  const name = isMember(place) ? memberName(code, place) : undefined;
  const parts = owner && name !== undefined ? partsNamed(code, owner, name) : [];
  return parts.flatMap((part) =>
    "value" in part && typeof part.value === "object" ? ((part.value as Node | null) ?? []) : [],
  )[0];
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

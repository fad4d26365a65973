import type { Candidate } from "../find/find.ts";
import { isSeparated, type NoText, noTextIn } from "../find/list-uses.ts";
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
  return noTextIn(code, holder ?? target, path, name);
}

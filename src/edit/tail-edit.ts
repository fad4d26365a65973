import type { Edit } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import type { Style } from "./style.ts";

/** Puts a text at the end of a file, before the name of its source map. */
export function tailEdit(code: Code, text: string, style: Style): Edit {
  const { source } = code;
  const map = source.match(/[\r\n]*\/\/[#@] sourceMappingURL=[^\r\n]*\s*$/);
  const end = map?.index ?? source.length;
  const body = source.slice(0, end);
  const at = body.trimEnd().length;
  if (style.compact)
    return { start: at, end: at, text: `${/[;}]$/.test(body.trimEnd()) ? "" : ";"}${style.eol}${text}` };
  return { start: at, end: at, text: `${style.eol}${style.eol}${text}` };
}

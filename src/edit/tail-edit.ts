import type { Edit } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import type { Style } from "./style.ts";

/** Puts a text at the end of a file, before the name of its source map. */
export function tailEdit(code: Code, text: string, style: Style): Edit {
  const { source } = code;
  const written = source.trimEnd();
  const line = Math.max(written.lastIndexOf("\n"), written.lastIndexOf("\r")) + 1;
  const map = written.slice(line).search(/\/\/[#@] sourceMappingURL=/);
  const body = map < 0 ? written : written.slice(0, line + map);
  const at = body.trimEnd().length;
  if (style.compact)
    return { start: at, end: at, text: `${/[;}]$/.test(body.trimEnd()) ? "" : ";"}${style.eol}${text}` };
  return { start: at, end: at, text: `${style.eol}${style.eol}${text}` };
}

import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

/** How a file writes its code, as far as inserted text has to follow it. */
export interface Style {
  readonly eol: string;
  /** One level of indentation. */
  readonly indent: string;
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** Whether the file is minified: no white space that need not be. */
  readonly compact: boolean;
}

/** Lines longer than this are not written by people. */
const LONG_LINE = 500;

/** The style of a file's text. */
export function styleOf(source: string): Style {
  const sample = source.slice(0, 100_000).replace("\ufeff", "");
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  // A newline at the end begins no line.
  const lines = count(/\n(?!$)/g) + 1;
  return {
    eol: /\r\n/.test(sample) ? "\r\n" : "\n",
    indent: indentOf(sample),
    quote: count(/"/g) > count(/'/g) ? '"' : "'",
    semicolons: count(/;[ \t]*\r?$/gm) * 8 >= lines || count(/;/g) > lines,
    compact: sample.length / lines > LONG_LINE / 2 || isTight(sample),
  };
}

/** The smallest step by which the file indents. */
function indentOf(sample: string): string {
  if (/^\t/m.test(sample)) return "\t";
  const widths = [...sample.matchAll(/^( +)[^\s*]/gm)].map(([, spaces = ""]) => spaces.length);
  return " ".repeat(
    Math.min(
      8,
      widths.filter((width) => width > 1).reduce((a, b) => Math.min(a, b), 8),
    ) % 8 || 2,
  );
}

/** Whether the code at a node is written without optional white space. */
export function isCompactAt(code: Code, node: Node, style: Style): boolean {
  const { start = 0, end = 0 } = node as { start?: number; end?: number };
  const lineStart = code.source.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = code.source.indexOf("\n", end);
  const line = code.source.slice(lineStart, lineEnd < 0 ? code.source.length : lineEnd);
  return style.compact || line.length > LONG_LINE || isTight(line);
}

/** Whether a text has `=` or `:` or `,` with nothing around, and none with a space. */
const isTight = (text: string): boolean => /[\w$)][=:,][\w$("{]/.test(text) && !/[=:,] |^[ \t]+\S/m.test(text);

/** The white space before a node on its line; undefined where other code stands before it. */
export function indentationAt(code: Code, offset: number): string | undefined {
  const line = code.source.slice(code.source.lastIndexOf("\n", offset - 1) + 1, offset);
  const before = line.slice(line.lastIndexOf("\r") + 1);
  return /^[\s\ufeff]*$/.test(before) ? before.replace("\ufeff", "") : undefined;
}

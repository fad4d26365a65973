import { parseExpression } from "@babel/parser";
import type * as t from "@babel/types";
import type { BaselineEntry } from "./baseline.ts";
import { entriesIn, faultOf } from "./entry-shape.ts";

/** Why a text is no baseline. */
export interface TextFault {
  /** One or two sentences. */
  readonly message: string;
  /** 1-based, where it is known. */
  readonly line?: number;
}

/**
 * Reads the text of a baseline, in whatever layout, line endings and order.
 *
 * @returns the entries as they are written, or what is wrong
 */
export function parseBaseline(source: string): readonly BaselineEntry[] | TextFault {
  const text = withCommas(source.replace(/^\uFEFF/, ""));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return conflictIn(text) ?? { message: `It is not JSON. ${HOW_TO_MEND}`, ...lineOfSyntaxError(text) };
  }
  const entries = entriesIn(json);
  if (typeof entries === "string") return { message: entries };
  for (const [index, entry] of entries.entries()) {
    const fault = faultOf(entry);
    if (fault !== undefined) return { message: `${fault} ${HOW_TO_MEND}`, ...lineOfEntry(text, index) };
  }
  return entries as readonly BaselineEntry[];
}

const HOW_TO_MEND = "Mend it, or delete the file and write a new one by --update-baseline.";

/**
 * Puts the commas between lines in order, which a merge of both sides' lines leaves too many or too few of. A text in
 * JSON holds no line break, so that only what stands between entries is meant.
 */
function withCommas(text: string): string {
  return text.replace(/\}(?=[ \t]*\r?\n\s*\{)/g, "},").replace(/,(?=[ \t]*\r?\n\s*\])/g, "");
}

const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?![<|=>])/m;

function conflictIn(text: string): TextFault | undefined {
  const found = CONFLICT.exec(text);
  if (!found) return undefined;
  return {
    message:
      "It holds the marks of a merge conflict. Delete the marks and keep the lines of both sides, in any order; then run with --prune-baseline.",
    line: text.slice(0, found.index).split("\n").length,
  };
}

// JSON.parse tells no positions of what it read, and not all of what it could not read. JSON is JavaScript.

function lineOfSyntaxError(text: string): Pick<TextFault, "line"> {
  try {
    parseExpression(text);
    return {};
  } catch (error) {
    const line = (error as { loc?: { line?: number } }).loc?.line;
    return line === undefined ? {} : { line };
  }
}

function lineOfEntry(text: string, index: number): Pick<TextFault, "line"> {
  const list = propertyOf(text, "sites");
  const line = list?.type === "ArrayExpression" ? list.elements[index]?.loc?.start.line : undefined;
  return line === undefined ? {} : { line };
}

/** A property of the object that a text is; undefined where it is nested too deeply to be read as JavaScript. */
function propertyOf(text: string, name: string): t.Node | undefined {
  let record: t.Expression;
  try {
    record = parseExpression(text, { errorRecovery: true });
  } catch {
    return undefined;
  }
  if (record.type !== "ObjectExpression") return undefined;
  // Of two properties of one name the last one counts.
  const found = record.properties.findLast(
    (property) =>
      property.type === "ObjectProperty" && property.key.type === "StringLiteral" && property.key.value === name,
  );
  return found?.type === "ObjectProperty" ? found.value : undefined;
}

import { join } from "node:path";
import { takesInPlainly } from "./plain-pattern.ts";
import { readText } from "./text-file.ts";
import type { WrittenStyle } from "./written-style.ts";

/** What an .editorconfig says of a file, and whether those above it do not count. */
export interface EditorConfig {
  readonly style: WrittenStyle;
  readonly isRoot: boolean;
}

/**
 * Reads the .editorconfig of a folder: https://spec.editorconfig.org.
 *
 * @param folder absolute
 * @param path the file whose style is asked for
 */
export function readEditorConfig(folder: string, path: string): EditorConfig | undefined {
  const text = readText(join(folder, ".editorconfig"));
  if (text === undefined) return undefined;
  const values = new Map<string, string>();
  let isRoot = false;
  let section: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const written = line.trim();
    if (written.startsWith("[") && written.endsWith("]")) section = written.slice(1, -1);
    const at = written.startsWith("#") || written.startsWith(";") ? -1 : written.indexOf("=");
    if (at < 0) continue;
    const key = written.slice(0, at).trim().toLowerCase();
    const value = written
      .slice(at + 1)
      .trim()
      .toLowerCase();
    if (section === undefined) isRoot ||= key === "root" && value === "true";
    else if (takesInPlainly(section, path)) values.set(key, value);
  }
  return { style: styleFrom(values), isRoot };
}

function styleFrom(values: ReadonlyMap<string, string>): WrittenStyle {
  const size = values.get("indent_size");
  const spaces = Number(size === "tab" ? values.get("tab_width") : (size ?? values.get("tab_width")));
  const width = Number(values.get("max_line_length"));
  return {
    ...(values.get("indent_style") === "tab" && { indent: "\t" }),
    ...(values.get("indent_style") !== "tab" && isStep(spaces) && { indent: " ".repeat(spaces) }),
    ...(width > 0 && { width }),
  };
}

/** Whether a number can be one level of indentation. */
export const isStep = (spaces: unknown): spaces is number =>
  Number.isInteger(spaces) && Number(spaces) > 0 && Number(spaces) <= 16;

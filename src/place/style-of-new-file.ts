import { dirname } from "node:path";
import type { HelperForm } from "../edit/helper-text.ts";
import { styleOf } from "../edit/style.ts";
import { readEditorConfig } from "./editor-config.ts";
import { foldersUp } from "./folders.ts";
import { readFormatterConfig } from "./formatter-config.ts";
import type { WrittenStyle } from "./written-style.ts";

/** The style of a new file. */
export type FileStyle = Pick<HelperForm, "eol" | "indent" | "quote" | "semicolons" | "width" | "lastCommas">;

/**
 * The style of a new file of a package: that of the formatter configured for it, or of .editorconfig, and for the rest
 * that of a file which people of the package have written.
 *
 * @param path of the new file, absolute
 * @param like the text of the other file
 */
export function styleOfNewFile(path: string, like: string): FileStyle {
  const { eol, indent, quote, semicolons } = styleOf(like);
  return { eol, indent, quote, semicolons, ...configuredStyle(path) };
}

function configuredStyle(path: string): WrittenStyle {
  const folders = [...foldersUp(dirname(path))];
  const editor = editorStyle(folders, path);
  for (const folder of folders) {
    const style = readFormatterConfig(folder, path, editor);
    if (style) return style;
  }
  return editor;
}

function editorStyle(folders: readonly string[], path: string): WrittenStyle {
  let style: WrittenStyle = {};
  for (const folder of folders) {
    const config = readEditorConfig(folder, path);
    // The nearer one wins.
    style = { ...config?.style, ...style };
    if (config?.isRoot) break;
  }
  return style;
}

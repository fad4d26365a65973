import type { Code } from "../parse/code.ts";
import { requiredModule } from "./top-edit.ts";

/**
 * The extension with which a file imports another one by a relative path: as its relative imports show, that of the
 * other file, of its compiled form, or none.
 *
 * @param extension the other file's own
 * @param otherwise where they don't show one
 */
export function shownExtension(code: Code, extension: string, otherwise: string): string {
  for (const statement of code.tree.program.body) {
    const source =
      statement.type === "ImportDeclaration" ||
      statement.type === "ExportNamedDeclaration" ||
      statement.type === "ExportAllDeclaration"
        ? statement.source?.value
        : statement.type === "VariableDeclaration"
          ? requiredModule(statement.declarations[0]?.init ?? statement)
          : undefined;
    if (!source?.startsWith(".")) continue;
    const shown = source.match(/\.([cm]?)([jt])sx?$/);
    if (!shown) return /\.\w+$/.test(source) || /[cm]/.test(extension) ? otherwise : "";
    return shown[2] === "t" ? extension : extension.replace("ts", "js");
  }
  return otherwise;
}

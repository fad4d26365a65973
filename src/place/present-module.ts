import { readFileSync } from "node:fs";
import { declaresAnother, exportedHelperEdit, refusalToAdd } from "../edit/exported-helper.ts";
import { splice } from "../edit/splice.ts";
import { styleOf } from "../edit/style.ts";
import type { HelperFile } from "../model/outcome.ts";
import { readCode } from "../parse/code.ts";
import { isTypeScript, writesImportEquals, writtenKind } from "./module-kind.ts";
import { styleOfNewFile } from "./style-of-new-file.ts";
import { exportsUnionScopes } from "./vendored-text.ts";

/**
 * A file that is there, as the one that is to hold the helper: with its own text if it exports one already, else with
 * the helper at its end.
 *
 * @param path absolute
 * @param like the text of a file of the package, whose style shows what that of this one leaves open
 * @returns undefined where there is none, or it holds nothing
 */
export function presentFile(path: string, like: string): HelperFile | undefined {
  const before = rawText(path);
  if (before === undefined || before.trim() === "") return undefined;
  try {
    const code = readCode(before, path);
    if (exportsUnionScopes(before) && !declaresAnother(code)) return { path, text: before };
    const kind = isTypeScript(path) ? "esm" : writtenKind(path, before);
    const own = styleOf(before);
    const { width, lastCommas, indent } = styleOfNewFile(path, like);
    const style = {
      ...own,
      ...(!/^[ \t]+[^\s*]/m.test(before) && { indent }),
      ...(width !== undefined && { width }),
      ...(lastCommas !== undefined && { lastCommas }),
    };
    const refusal = writesImportEquals(path, before)
      ? "it is written as CommonJS, to which no export can be added"
      : refusalToAdd(code, own);
    if (refusal !== undefined) return { path, text: before, present: { before, refusal } };
    return { path, text: splice(before, [exportedHelperEdit(code, kind, style)]), present: { before } };
  } catch (error) {
    const refusal = `it cannot be read as a module (${error instanceof Error ? error.message : String(error)})`;
    return { path, text: before, present: { before, refusal } };
  }
}

function rawText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

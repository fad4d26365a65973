import { isUnion } from "../find/union-helper.ts";
import { HELPER_NAME, type ModuleKind } from "../model/options.ts";
import type { Edit } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import { type HelperForm, helperFunction } from "./helper-text.ts";
import type { Style } from "./style.ts";
import { tailEdit } from "./tail-edit.ts";

/**
 * Puts the helper at the end of a module that exports it, for other files.
 *
 * @param kind how the module exports
 */
export function exportedHelperEdit(
  code: Code,
  kind: Exclude<ModuleKind, "script">,
  style: Style & Pick<HelperForm, "width" | "lastCommas">,
): Edit {
  const { eol, semicolons } = style;
  const isAssigned = kind === "commonjs" && !code.typescript;
  const helper = helperFunction({ ...style, typescript: code.typescript, name: HELPER_NAME, exported: !isAssigned });
  if (!isAssigned) return tailEdit(code, helper, style);
  // What `exports` names is not exported any more where `module.exports` is another object.
  const target = /\bmodule\.exports\b/.test(code.source) ? "module.exports" : "exports";
  const assignment = `${target}.${HELPER_NAME} = ${HELPER_NAME}${semicolons ? ";" : ""}`;
  return tailEdit(code, `${helper}${eol}${eol}${assignment}`, style);
}

/** Whether a module declares the helper's name for something that is not known to be the helper. */
export function declaresAnother(code: Code): boolean {
  const { program } = code.tree;
  const binding = code.bindings.lookup(HELPER_NAME, program);
  if (!binding || binding.kind === "import") return false;
  const declared = program.body.map((each) => (each.type === "ExportNamedDeclaration" ? each.declaration : each));
  return !declared.some(
    (each) => each?.type === "FunctionDeclaration" && each.id?.name === HELPER_NAME && isUnion(code, each),
  );
}

/** Why the helper cannot be added to a module; undefined where it can. */
export function refusalToAdd(code: Code, style: Style): string | undefined {
  const { program } = code.tree;
  if (style.compact) return "it is built or minified, and would be overwritten";
  if (program.body.some(({ type }) => type === "TSExportAssignment")) {
    return "it exports by export =, beside which nothing else can be exported";
  }
  if (code.typescript && program.sourceType !== "module") return "it imports and exports nothing, so it is no module";
  if (declaresAnother(code)) return `the ${HELPER_NAME} that it declares is not known to join scopes`;
  const mentions = code.bindings.mentions(HELPER_NAME, program);
  const isTaken = mentions === undefined || mentions.length > 0 || code.bindings.lookup(HELPER_NAME, program);
  return isTaken ? `it has a ${HELPER_NAME} that it does not export` : undefined;
}

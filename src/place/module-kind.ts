import { dirname, extname } from "node:path";
import type { ModuleKind } from "../model/options.ts";
import { parseFile } from "../parse/parse.ts";
import { nearestManifest } from "./manifest.ts";

const BY_EXTENSION: Readonly<Record<string, ModuleKind>> = {
  ".mjs": "esm",
  ".mts": "esm",
  ".cjs": "commonjs",
  ".cts": "commonjs",
};

/** What looks like an import or export, be it in a comment; `import(…)` and `import.meta` aside. */
const ESM_TRACE = /(?:^|[;}])[ \t]*(?:import|export)\b(?![ \t]*[(.:=])/m;
const COMMONJS_TRACE = /\brequire\b|\bmodule\.exports\b|\bexports\b/;
const IMPORT_EQUALS = /^[ \t]*(?:export[ \t]+)?import[ \t]+[\w$]+[ \t]*=.*$/gm;

/** Whether a path names a TypeScript module. */
export function isTypeScript(path: string): boolean {
  return /\.[cm]?tsx?$/i.test(path);
}

/**
 * What package.json says that a folder's `.js` files are; undefined where it leaves that open.
 *
 * @param folder absolute
 */
export function declaredKind(folder: string): "esm" | "commonjs" | undefined {
  const type = nearestManifest(folder)?.content.type;
  if (type === "module") return "esm";
  return type === "commonjs" ? "commonjs" : undefined;
}

/**
 * The module kind of a file whose own syntax does not tell. A `.js` file is a script unless something says otherwise:
 * browsers run it as one. So is TypeScript without any import or export, which an import would make a module.
 *
 * @param file absolute
 */
export function silentKind(file: string): ModuleKind {
  if (isTypeScript(file)) return extname(file).toLowerCase() === ".mts" ? "esm" : "script";
  return kindByExtension(file) ?? declaredKind(dirname(file)) ?? "script";
}

/**
 * The module kind in which a JavaScript file is written: as its extension says, else its syntax, else package.json.
 *
 * @param file absolute
 * @param source the file's text
 * @throws {SourceSyntaxError} if only a syntax tree could tell, and the file does not parse
 */
export function writtenKind(file: string, source: string): "esm" | "commonjs" {
  const kind = kindByExtension(file) ?? kindBySyntax(file, source) ?? declaredKind(dirname(file));
  return kind === "esm" ? "esm" : "commonjs";
}

/**
 * Whether TypeScript is written as CommonJS, with `import x = require()` or `export =` and nothing else: under
 * `verbatimModuleSyntax` such a file can neither hold an `import … from` nor be given what an `export` offers.
 */
export function writesImportEquals(file: string, source: string): boolean {
  if (!isTypeScript(file)) return false;
  const others = source.replace(IMPORT_EQUALS, "");
  return (others !== source || /^[ \t]*export[ \t]*=/m.test(source)) && !ESM_TRACE.test(others);
}

/** The module kind that an extension prescribes, whatever surrounds the file. */
export function kindByExtension(path: string): ModuleKind | undefined {
  return BY_EXTENSION[extname(path).toLowerCase()];
}

function kindBySyntax(file: string, source: string): "esm" | "commonjs" | undefined {
  const commonjs = COMMONJS_TRACE.test(source);
  if (!ESM_TRACE.test(source)) return commonjs ? "commonjs" : undefined;
  return commonjs && parseFile(source, file).program.sourceType !== "module" ? "commonjs" : "esm";
}

import { dirname } from "node:path";
import { declaredKind, isTypeScript, writtenKind } from "./module-kind.ts";
import { type Tsconfig, tsconfigsFor } from "./tsconfig.ts";

/** TypeScript resolves imports as Node does, so that they carry the extension of the output. */
const LIKE_NODE = /^node(?:16|18|20|next)$/;
/** A bundler finds the file without an extension, and may not find the `.ts` behind a `.js`. */
const LIKE_BUNDLERS = /^(?:bundler|preserve)$/;

/**
 * The extension with which a file imports another one of its package, where its imports do not show how it does that.
 *
 * @param importer the importing file, absolute
 * @param source its text
 * @param extension the imported file's own extension, such as `.ts`
 * @returns the extension as it is to be written, or `""`
 */
export function importExtension(importer: string, source: string, extension: string): string {
  return isTypeScript(extension) ? fromTypeScript(importer, extension) : fromJavaScript(importer, source, extension);
}

function fromJavaScript(importer: string, source: string, extension: string): string {
  if (extension !== ".js") return extension;
  return writtenKind(importer, source) === "esm" ? ".js" : "";
}

function fromTypeScript(importer: string, extension: string): string {
  const { module, moduleResolution, tsExtensions } = settledBy(tsconfigsFor(importer));
  const resolution = moduleResolution ?? module ?? "";
  const plain = extension === ".ts";
  if (LIKE_BUNDLERS.test(resolution)) return plain ? "" : output(extension);
  const needed = !plain || declaredKind(dirname(importer)) === "esm" || /\.mts$/i.test(importer);
  if (!needed) return "";
  return tsExtensions && LIKE_NODE.test(resolution) ? extension : output(extension);
}

/** The first configuration that says how modules are resolved. */
function settledBy(configs: readonly Tsconfig[]): Tsconfig {
  return configs.find(({ module, moduleResolution }) => module ?? moduleResolution) ?? {};
}

/** The extension of what a TypeScript file is compiled to. */
function output(extension: string): string {
  return extension.replace("t", "j");
}

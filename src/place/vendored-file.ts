import { dirname, extname, join, resolve } from "node:path";
import type { HelperAddition } from "../model/options.ts";
import type { HelperFile } from "../model/outcome.ts";
import { nameLikeSiblings, namesInAnyCase, VENDORED_WORDS } from "./file-name.ts";
import { relativeModule } from "./folders.ts";
import { helperFolders } from "./helper-folder.ts";
import { importExtension } from "./import-extension.ts";
import { packageRoot } from "./manifest.ts";
import { declaredKind, isTypeScript, kindByExtension, writtenKind } from "./module-kind.ts";
import { presentFile } from "./present-module.ts";
import { styleOfNewFile } from "./style-of-new-file.ts";
import { readText } from "./text-file.ts";
import { exportsUnionScopes, vendoredText } from "./vendored-text.ts";

/** A vendored file, and how the module that asked for it imports it. */
export interface VendoredHelper {
  readonly addition: Extract<HelperAddition, { kind: "vendor" }>;
  readonly file: HelperFile;
}

/**
 * Where the vendored helper of a file lies, and what it holds.
 *
 * @param importer the file that needs the helper, absolute
 * @param source that file's text
 * @param workingFolder absolute
 * @param chosen the path that the user chose, absolute or from the working folder
 */
export function vendoredHelper(
  importer: string,
  source: string,
  workingFolder: string,
  chosen: string | undefined,
): VendoredHelper {
  const path = chosen === undefined ? defaultPath(importer, source, workingFolder) : resolve(workingFolder, chosen);
  const extension = extname(path);
  const file = chosen === undefined ? undefined : presentFile(path, source);
  return {
    addition: {
      kind: "vendor",
      path: relativeModule(dirname(importer), path.slice(0, -extension.length)),
      extension,
      importExtension: importExtension(importer, source, extension),
    },
    file: file ?? {
      path,
      text: vendoredText({
        typescript: isTypeScript(path),
        kind: kindOfVendored(path, importer, source),
        style: styleOfNewFile(path, source),
      }),
    },
  };
}

/** Where the package has the helper already, else where it fits in. */
function defaultPath(importer: string, source: string, workingFolder: string): string {
  const folders = helperFolders(importer, packageRoot(importer, workingFolder), VENDORED_WORDS.join("-"));
  const inFolder = (folder: string, name: string) => join(folder, name + extensionIn(folder, importer, source));
  const possible = folders.all.flatMap((folder) =>
    namesInAnyCase(VENDORED_WORDS).map((name) => inFolder(folder, name)),
  );
  const present = possible.find((path) => exportsUnionScopes(readText(path) ?? ""));
  return present ?? inFolder(folders.chosen, nameLikeSiblings(VENDORED_WORDS, folders.siblings));
}

/**
 * The extension follows the importing file. Where a package.json between the two makes `.js` mean another thing there
 * than here (the SDK's `dist/cjs/package.json`), the extension itself says what the file is.
 */
function extensionIn(folder: string, importer: string, source: string): string {
  const extension = extname(importer).toLowerCase();
  if (kindByExtension(importer)) return extension;
  const letter = isTypeScript(importer) ? "t" : "j";
  if (kindOfPlain(folder) === kindOfPlain(dirname(importer))) return `.${letter}s`;
  const kind = isTypeScript(importer) ? kindOfPlain(dirname(importer)) : writtenKind(importer, source);
  return `.${kind === "esm" ? "m" : "c"}${letter}s`;
}

/** What a file is for Node whose extension says nothing. */
function kindOfPlain(folder: string): "esm" | "commonjs" {
  return declaredKind(folder) ?? "commonjs";
}

function kindOfVendored(path: string, importer: string, source: string): "esm" | "commonjs" {
  const own = kindByExtension(path) ?? declaredKind(dirname(path));
  return own === "esm" || own === "commonjs" ? own : writtenKind(importer, source);
}

import { resolve } from "node:path";
import { HELPER_NAME, type HelperPlan, OPTIONS, type OptionValues } from "../model/options.ts";
import type { HelperFile } from "../model/outcome.ts";
import { isBuiltFile } from "./built-file.ts";
import { importSource } from "./import-source.ts";
import { CLIENT_HELPER, CLIENT_PACKAGE, clientExportsHelper } from "./installed-client.ts";
import { packageRoot } from "./manifest.ts";
import { silentKind, writesImportEquals } from "./module-kind.ts";
import { realPath } from "./real-path.ts";
import { vendoredHelper } from "./vendored-file.ts";

/** A helper plan for one file. */
export interface PlannedHelper {
  readonly plan: HelperPlan;
  /** The file to be written (by `writeVendored`) if the engine's edits import it. */
  readonly vendored?: HelperFile;
}

/**
 * Plans how a file gets its union helper. Reads what surrounds the file; writes nothing.
 *
 * @param values the options, checked
 * @param file the path of the file, absolute or from the working folder
 * @param source the file's text
 * @param workingFolder where relative paths begin, absolute
 */
export function planHelper(
  values: OptionValues,
  file: string,
  source: string,
  workingFolder: string = process.cwd(),
): PlannedHelper {
  // Behind a symbolic link, another package may begin, and relative imports count from there.
  const realFolder = realPath(workingFolder);
  const path = realPath(resolve(workingFolder, file));
  const moduleKind = silentKind(path);
  switch (values.helper ?? OPTIONS.helper.default) {
    case "import":
      return { plan: { reuse: false, add: imported(values, path, realFolder), moduleKind } };
    case "inline":
      return { plan: { reuse: false, add: { kind: "inline" }, moduleKind } };
    case "vendor":
      return vendored(values, path, source, realFolder, { reuse: false, moduleKind });
    default:
      return planUnasked(values, path, source, realFolder);
  }
}

/** `--helper=auto`. */
function planUnasked(values: OptionValues, path: string, source: string, workingFolder: string): PlannedHelper {
  const base = {
    reuse: true,
    moduleKind: silentKind(path),
    ...(source.includes(CLIENT_PACKAGE) &&
      clientExportsHelper(path) && { extend: { source: CLIENT_PACKAGE, name: CLIENT_HELPER } }),
  };
  const alone = isBuiltFile(path, source, packageRoot(path, workingFolder)) || writesImportEquals(path, source);
  return alone ? { plan: { ...base, add: { kind: "inline" } } } : vendored(values, path, source, workingFolder, base);
}

function vendored(
  values: OptionValues,
  path: string,
  source: string,
  workingFolder: string,
  base: Omit<HelperPlan, "add">,
): PlannedHelper {
  const chosen = values["vendor-path"];
  // The file that is to hold the helper has a site itself.
  if (chosen !== undefined && realPath(resolve(workingFolder, chosen)) === path) {
    return { plan: { ...base, reuse: true, add: { kind: "inline", exported: true } } };
  }
  const { addition, file } = vendoredHelper(path, source, workingFolder, chosen);
  return { plan: { ...base, add: addition }, vendored: file };
}

function imported(values: OptionValues, path: string, workingFolder: string): HelperPlan["add"] {
  const given = values["helper-source"];
  if (given === undefined) throw new TypeError("--helper=import without --helper-source passed the check of options");
  return {
    kind: "import",
    source: importSource(given, path, workingFolder),
    name: values["helper-name"] ?? HELPER_NAME,
  };
}

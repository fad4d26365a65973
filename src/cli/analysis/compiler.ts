import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { codeOf } from "../../place/error-code.ts";
import { PACKAGE } from "../../report/package-folder.ts";
import { TOOL } from "../../report/tool.ts";

/** Finds packages as this one's modules do. */
interface Finder {
  /** @throws with the code `MODULE_NOT_FOUND` where there is no such package */
  resolve(name: string): string;
}

/**
 * Looks for the compiler, an optional peer dependency: most runs need none, and it weighs more than all the rest.
 *
 * @param finder looks beside this package
 * @returns what to do where it is not installed; undefined where it is
 */
export function missingCompiler(finder: Finder = createRequire(PACKAGE)): string | undefined {
  try {
    finder.resolve("ts-morph");
    return undefined;
  } catch (error) {
    if (codeOf(error) !== "MODULE_NOT_FOUND") throw error;
    const wanted = `ts-morph@${TOOL.compiler}`;
    return `Type checks need ts-morph, which is not installed beside step-up-union in ${dirname(fileURLToPath(PACKAGE))}: npm install --save-dev ${wanted}, or with npx --package=<tarball> also --package=${wanted}.`;
  }
}

import { HELPER_NAME } from "../model/options.ts";
import type { HelperFile } from "../model/outcome.ts";
import { applyFile, refusalToReplace } from "./apply-file.ts";
import { createFile } from "./create-file.ts";
import { PlacementError } from "./placement-error.ts";
import { sleep } from "./sleep.ts";
import { readText } from "./text-file.ts";
import { exportsUnionScopes } from "./vendored-text.ts";

/** How long to wait for another process to finish a file that it has begun, in milliseconds, and how often to look. */
const PATIENCE = 2000;
const PAUSE = 20;

/**
 * Makes sure that a vendored helper is there: creates it, or finds that the file in its place will do. Never overwrites
 * anything, and may be called for one file by many processes at once.
 *
 * @param file what `planHelper` asks for
 * @param dry write nothing, but fail where writing would be in vain
 * @returns whether the file was, or under `dry` would be, created
 * @throws {PlacementError} if a file is in the way that does not export `unionScopes`, or the file cannot be written
 */
export function writeVendored(file: HelperFile, dry = false): boolean {
  if (alreadyThere(file)) return false;
  if (dry) return true;
  try {
    if (createFile(file.path, file.text)) return true;
  } catch (error) {
    throw new PlacementError(
      `${file.path} cannot be written: ${error instanceof Error ? error.message : String(error)}. Choose another file for the union helper by --vendor-path=<file>, or --helper=inline.`,
      { cause: error },
    );
  }
  if (!alreadyThere(file)) throw inTheWay(file);
  return false;
}

/**
 * Makes sure that a module exports the helper: adds it to its end, if it does not yet. Files that are not there are
 * created, as by `writeVendored`.
 *
 * @param file what `planHelper` asks for
 * @param dry write nothing, but fail where writing would be in vain
 * @returns whether the helper was, or under `dry` would be, added
 * @throws {PlacementError} if it cannot be added
 */
export function addToModule(file: HelperFile, dry = false): boolean {
  const { path, text, present } = file;
  if (present?.refusal !== undefined) {
    throw new PlacementError(
      `${HELPER_NAME} cannot be added to ${path}: ${present.refusal}. It stays as it is. Choose another file by --helper-file=<file>.`,
    );
  }
  if (!present || exportsUnionScopes(readText(path) ?? "")) return writeVendored(file, dry);
  const refusal = dry ? refusalToReplace(path, present.before) : applyFile(path, present.before, text);
  if (refusal) throw new PlacementError(`${HELPER_NAME} cannot be added to ${path}. ${refusal.message}`);
  return true;
}

/** Whether there is a file that will do. Throws if there is one that will not. */
function alreadyThere(file: HelperFile): boolean {
  for (let waited = 0; ; waited += PAUSE) {
    const found = readText(file.path);
    if (found === undefined) return false;
    if (exportsUnionScopes(found)) return true;
    if (!file.text.startsWith(found) || waited >= PATIENCE) throw inTheWay(file);
    sleep(PAUSE);
  }
}

function inTheWay({ path }: HelperFile): PlacementError {
  return new PlacementError(
    `${path} is not free for the union helper: it exists and does not export ${HELPER_NAME}. It stays as it is. Export ${HELPER_NAME} there, or choose another file by --vendor-path=<file>.`,
  );
}

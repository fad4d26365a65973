import { statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "./usage-error.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * Writes a report to a file, whole or not at all; to a pipe or a device as it is.
 *
 * @param path absolute or from the working folder
 * @throws {UsageError} if it cannot be written
 */
export function writeOutput(path: string, text: string): void {
  const target = resolve(path);
  try {
    const found = statSync(target, { throwIfNoEntry: false });
    if (found && !found.isFile()) writeFileSync(target, text);
    else writeWhole(target, text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `${path} cannot be written: ${detail}. Name a file in a folder that exists and can be written to.`,
    );
  }
}

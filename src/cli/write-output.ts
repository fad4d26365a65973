import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
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
    throw unwritable(path, error);
  }
}

/**
 * Looks whether a report can be written, for a command that does something else first.
 *
 * @param path absolute or from the working folder
 * @throws {UsageError} if it is a folder, or in none that can be written to
 */
export function checkWritable(path: string): void {
  const target = resolve(path);
  try {
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) throw new Error("it is a folder");
    accessSync(dirname(target), constants.W_OK);
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): UsageError {
  const detail = error instanceof Error ? error.message : String(error);
  return new UsageError(
    `${path} cannot be written: ${detail}. Name a file in a folder that exists and can be written to.`,
  );
}

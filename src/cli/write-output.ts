import { accessSync, constants, realpathSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Failure } from "../model/outcome.ts";
import { slashed } from "../place/shown-path.ts";
import { unwritable } from "../place/system-error.ts";
import { writeWhole } from "../place/write-whole.ts";

/** Opened by name, they could not be written where they are sockets, and would be emptied where they are files. */
const STREAMS = new Map<string, NodeJS.WriteStream>([
  ["/dev/stdout", process.stdout],
  ["/dev/stderr", process.stderr],
]);

/**
 * Writes a report to a file, whole or not at all; to a pipe or a device as it is.
 *
 * @param path absolute or from the working folder
 * @returns why it cannot be written; undefined where it was
 */
export function writeOutput(path: string, text: string): Failure | undefined {
  const target = resolve(path);
  try {
    const stream = STREAMS.get(target);
    const found = statSync(target, { throwIfNoEntry: false });
    if (stream) stream.write(text);
    else if (found && !found.isFile()) writeFileSync(target, text);
    else writeWhole(target, text);
    return undefined;
  } catch (error) {
    return unwritable(slashed(path), "report", error);
  }
}

/**
 * Whether a file holds what was last written to it: not a stream, which has passed it on.
 *
 * @param path absolute or from the working folder
 */
export function canBeReplaced(path: string): boolean {
  const target = resolve(path);
  return !STREAMS.has(target) && statSync(target, { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * Looks whether a report can be written, for a command that does something else first.
 *
 * @param path absolute or from the working folder
 * @returns why it can't be; undefined where nothing speaks against it
 */
export function refusalToWrite(path: string): Failure | undefined {
  const target = resolve(path);
  try {
    const found = statSync(target, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw Object.assign(new Error("it is a folder"), { code: "EISDIR" });
    if (STREAMS.has(target)) return undefined;
    // What is written is a pipe or a device itself, but for a file its folder: the whole file is replaced.
    if (found) accessSync(found.isFile() ? dirname(realpathSync(target)) : target, constants.W_OK);
    else accessSync(dirname(target), constants.W_OK);
    return undefined;
  } catch (error) {
    return unwritable(slashed(path), "report", error);
  }
}

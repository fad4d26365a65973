import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Failure } from "../model/outcome.ts";
import { slashed } from "./files/paths.ts";
import { codeOf } from "./files/system-error.ts";
import { writeWhole } from "./write-whole.ts";

/** Opened by name, they could not be written where they are sockets, and would be emptied where they are files. */
const STREAMS = new Map<string, NodeJS.WriteStream>([
  ["/dev/stdout", process.stdout],
  ["/dev/stderr", process.stderr],
]);

const MEANINGS: Readonly<Record<string, string>> = {
  ENOENT: "Its folder does not exist; create it, or name another file.",
  ENOTDIR: "A part of its path is a file, not a folder.",
  EISDIR: "This is a folder; name a file in it.",
  EACCES: "Permission denied; name a file where the user that runs this may write.",
  EPERM: "Permission denied; name a file where the user that runs this may write.",
  EROFS: "It lies where nothing can be written; name another file.",
  ENOSPC: "The disk is full.",
};

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
    return unwritable(path, error);
  }
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
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) {
      throw Object.assign(new Error("it is a folder"), { code: "EISDIR" });
    }
    accessSync(dirname(target), constants.W_OK);
    return undefined;
  } catch (error) {
    return unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): Failure {
  const said = error instanceof Error ? error.message : String(error);
  const detail = MEANINGS[codeOf(error) ?? ""] ?? `${said}.`;
  return { kind: "unreadable", file: slashed(path), message: `The report cannot be written. ${detail}` };
}

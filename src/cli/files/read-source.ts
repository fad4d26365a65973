import { constants as bufferConstants, isAscii, isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import type { Failure } from "../../model/outcome.ts";
import { notAFile } from "./given-failures.ts";
import { unreadable } from "./system-error.ts";

/**
 * How a file's bytes were taken for text. `utf-8-lossy`: some were not UTF-8, and stand as U+FFFD in the text, which
 * therefore must not be written back.
 */
export type Encoding = "utf-8" | "utf-8-lossy" | "utf-16le" | "utf-16be";

/** A file's text, its byte order mark included as U+FEFF, so that all offsets count it. */
export interface Source {
  readonly text: string;
  readonly encoding: Encoding;
}

export interface SourceFailure {
  readonly failure: Failure;
}

/** A named pipe that took a file's place since it was found must not be waited for. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file, once.
 *
 * @param path absolute
 * @param file what a failure calls it: its path from the working folder, with slashes
 */
export function readSource(path: string, file: string): Source | SourceFailure {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, FLAGS);
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) return { failure: { kind: "unreadable", file, message: "This is a folder, not a file." } };
    if (!stats.isFile()) return { failure: notAFile(file, stats) };
    if (stats.size > bufferConstants.MAX_STRING_LENGTH) return tooLarge(file, stats.size);
    return decodeSource(readFileSync(descriptor), file);
  } catch (error) {
    return { failure: unreadable(file, error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * The text of a file's bytes.
 *
 * @param file what a failure calls it
 */
export function decodeSource(bytes: Buffer, file: string): Source | SourceFailure {
  if (bytes.length > bufferConstants.MAX_STRING_LENGTH) return tooLarge(file, bytes.length);
  // Node makes a string of ASCII several times as fast where it need not look for anything else.
  if (isAscii(bytes)) return { text: bytes.toString("latin1"), encoding: "utf-8" };
  if (bytes.length % 2 === 0) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.toString("utf16le"), encoding: "utf-16le" };
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
      return { text: Buffer.from(bytes).swap16().toString("utf16le"), encoding: "utf-16be" };
    }
  }
  const text = bytes.toString("utf8");
  const isWhole = !text.includes("\ufffd") || isUtf8(bytes);
  return { text, encoding: isWhole ? "utf-8" : "utf-8-lossy" };
}

const MEGABYTE = 1024 * 1024;

function tooLarge(file: string, size: number): SourceFailure {
  const limit = Math.floor(bufferConstants.MAX_STRING_LENGTH / MEGABYTE);
  const message = `It has ${Math.ceil(size / MEGABYTE)} MB, and Node holds no text of more than ${limit} MB; ignore it.`;
  return { failure: { kind: "too-large", file, message } };
}

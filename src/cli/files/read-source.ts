import { constants as bufferConstants, isAscii, isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import type { Failure } from "../../model/outcome.ts";
import { unreadable } from "../../place/system-error.ts";
import { notAFile } from "./given-failures.ts";

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
  const wide = wideEncoding(bytes);
  if (wide && "problem" in wide) return { failure: { kind: "unreadable", file, message: wide.problem } };
  if (wide?.encoding === "utf-16le") return { text: bytes.toString("utf16le"), ...wide };
  if (wide) return { text: Buffer.from(bytes).swap16().toString("utf16le"), ...wide };
  // Node makes a string of ASCII several times as fast where it need not look for anything else.
  if (isAscii(bytes)) return { text: bytes.toString("latin1"), encoding: "utf-8" };
  const text = bytes.toString("utf8");
  const isWhole = !text.includes("\ufffd") || isUtf8(bytes);
  return { text, encoding: isWhole ? "utf-8" : "utf-8-lossy" };
}

/**
 * The encoding of a text whose characters take two or four bytes each, or why it can't be read: taken for UTF-8, such
 * a text would hold no word, and be clean without having been read.
 */
function wideEncoding(
  bytes: Buffer,
): { readonly encoding: "utf-16le" | "utf-16be" } | { readonly problem: string } | undefined {
  const [first, second, third, fourth] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  const isUtf32 =
    (isLittle && third === 0 && fourth === 0) || (first === 0 && second === 0 && third === 0xfe && fourth === 0xff);
  if (isUtf32) return { problem: "It is UTF-32, which no compiler of JavaScript reads; save it as UTF-8." };
  if (!isLittle && !isBig) {
    if (!hasNulBetween(bytes)) return undefined;
    return { problem: "It is UTF-16 without a byte order mark, which no compiler reads; save it as UTF-8." };
  }
  if (bytes.length % 2 === 0) return { encoding: isLittle ? "utf-16le" : "utf-16be" };
  return { problem: "It is UTF-16 and ends within a character: it was cut off. Save it anew, or leave it out." };
}

/** How many characters of a text without a mark tell that each of them takes two bytes. */
const TELLING = 16;

/** Whether a text begins with characters of ASCII that have a NUL each before or behind them. */
function hasNulBetween(bytes: Buffer): boolean {
  if ((bytes[0] !== 0 && bytes[1] !== 0) || bytes.length < 2 * TELLING) return false;
  const nul = bytes[0] === 0 ? 0 : 1;
  return Array.from({ length: TELLING }).every((_, at) => {
    const other = bytes[2 * at + 1 - nul] ?? 0;
    return bytes[2 * at + nul] === 0 && other > 0 && other < 0x80;
  });
}

const MEGABYTE = 1024 * 1024;

function tooLarge(file: string, size: number): SourceFailure {
  const limit = Math.floor(bufferConstants.MAX_STRING_LENGTH / MEGABYTE);
  const message = `It has ${Math.ceil(size / MEGABYTE)} MB, and Node holds no text of more than ${limit} MB; ignore it.`;
  return { failure: { kind: "too-large", file, message } };
}

import { hash } from "node:crypto";
import type { Shard } from "../model/provenance.ts";
import { UsageError } from "./usage-error.ts";

/** More parts than this are a slip of the keyboard. */
const MOST_SHARDS = 1000;

/**
 * Reads `--shard`.
 *
 * @throws {UsageError} for what is no part of a whole
 */
export function shardOf(text: string): Shard {
  const [, first, second] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const [index, count] = [Number(first), Number(second)];
  if (index >= 1 && index <= count && count <= MOST_SHARDS) return { index, count };
  throw new UsageError(`--shard=${text} is no part of the files; write 1/4 for the first of four.`);
}

/**
 * Whether a part of the run judges a file. It depends on the path alone, so that jobs need not agree on anything.
 *
 * @param file from the working folder, with slashes
 */
export function isInShard(file: string, shard: Shard | undefined): boolean {
  if (!shard) return true;
  return Number.parseInt(hash("sha256", file).slice(0, 8), 16) % shard.count === shard.index - 1;
}

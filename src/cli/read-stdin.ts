import { buffer } from "node:stream/consumers";
import { UsageError } from "./usage-error.ts";

/**
 * The whole of standard input, byte order mark included.
 *
 * @throws {UsageError} if it cannot be read
 */
export async function readStdin(): Promise<string> {
  try {
    return (await buffer(process.stdin)).toString("utf8");
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Standard input cannot be read: ${detail}. Pipe the text in: … < file.`);
  }
}

import { UsageError } from "./usage-error.ts";

/**
 * The folder in which the command runs, absolute.
 *
 * @throws {UsageError} if it was removed
 */
export function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError("The working folder is not there any more. Go to one that is, and run again.");
  }
}

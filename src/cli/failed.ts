import { BaselineError } from "../baseline/baseline-error.ts";
import { printable } from "../report/ci-commands.ts";
import { failureLines } from "../report/problem-lines.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Tells on standard error why a command could not do its work.
 *
 * @returns the exit code
 */
export function failed(error: unknown): 2 {
  if (error instanceof BaselineError) {
    process.stderr.write(`${failureLines([error.failure], {}).join("\n")}\n`);
    return 2;
  }
  const isMendable = error instanceof UsageError;
  const detail = error instanceof Error ? (isMendable ? error.message : (error.stack ?? error.message)) : String(error);
  const lines = printable(detail);
  process.stderr.write(
    isMendable ? `error: ${lines}\n` : `error: a fault of step-up-union; please report it:\n${lines}\n`,
  );
  return 2;
}

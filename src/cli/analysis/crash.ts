import type { Failure } from "../../model/outcome.ts";

/** A fault of this tool, with what a report of it needs. */
export function crash(file: string, error: unknown): { readonly failure: Failure } {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { failure: { kind: "crash", file, message: `a fault of step-up-union; please report it: ${stack}` } };
}

import type { Failure } from "../../model/outcome.ts";
import { codeOf } from "../../place/error-code.ts";
import { crash } from "./crash.ts";

/**
 * What it means that a thread ended before it gave a result.
 *
 * @param file what it worked at, as reports name it
 */
export function lostThread(file: string, error: unknown): { readonly failure: Failure } {
  if (codeOf(error) === "ERR_WORKER_OUT_OF_MEMORY") {
    const message =
      "it needs more memory than Node allows. Run again with NODE_OPTIONS=--max-old-space-size=8192, or leave it out with --ignore-pattern";
    return { failure: { kind: "too-large", file, message } };
  }
  return crash(file, error);
}

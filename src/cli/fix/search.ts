import { chosenOf } from "../../config/with-config.ts";
import type { Verification } from "../../model/verification.ts";
import { type CheckResult, checkFiles } from "../check-files.ts";
import type { CheckRequest } from "../check-request.ts";
import { onInterrupt } from "../interrupt.ts";
import { createProgress } from "../progress.ts";
import { verified, withheld } from "./verify.ts";

/**
 * Finds what there is to be fixed, and has its types checked where that is asked for.
 *
 * @param verify whether to check them by the nearest tsconfig, where the request names none
 */
export async function search(
  paths: readonly string[],
  request: CheckRequest,
  verify: boolean,
  workingFolder: string,
): Promise<CheckResult & { readonly verification?: Verification }> {
  const progress = createProgress(process.stderr, false);
  const done = onInterrupt(() => progress.clear());
  try {
    const onProgress = (files: number) => progress.show(files);
    const outcome = await checkFiles(paths, { ...request, workingFolder, onProgress });
    if (request.project !== undefined) {
      // Every rewrite has been type-checked in it, unless it could not be read.
      return outcome.failures.some(({ file }) => file === request.project) ? withheld(outcome) : outcome;
    }
    if (!verify) return outcome;
    return await verified(outcome, chosenOf(request.options ?? {}, request.config, workingFolder), workingFolder);
  } finally {
    progress.clear();
    done();
  }
}

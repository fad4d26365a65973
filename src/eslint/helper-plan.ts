import type { HelperPlan, OptionValues } from "../model/options.ts";
import type { HelperFile } from "../model/outcome.ts";
import { PlacementError } from "../place/placement-error.ts";
import { planHelper } from "../place/plan-helper.ts";
import { writeVendored } from "../place/write-vendored.ts";
import type { LintedText } from "./linted-text.ts";

/** How a fix brings the helper in. */
export interface FixPlan {
  readonly plan: HelperPlan;
  /** False where the user wants the helper in a file that is not there: a fix changes the linted text alone. */
  readonly isWritable: boolean;
}

/**
 * Plans the helper of one text. A fix can write no other file: where the vendored one is not there yet, the helper is
 * put into the text itself, unless the options ask for that file. And fixes come one after the other, so that the helper
 * of the first serves those that follow.
 */
export function helperPlan({ path, source, workingFolder }: LintedText, values: OptionValues): FixPlan {
  const { plan, vendored } = planHelper(values, path, source, workingFolder);
  const isWithin = plan.add.kind === "inline" || (vendored !== undefined && !isThere(vendored));
  if (!isWithin) return { plan, isWritable: true };
  return { plan: { ...plan, reuse: true, add: { kind: "inline" } }, isWritable: values.helper !== "vendor" };
}

function isThere(file: HelperFile): boolean {
  try {
    return !writeVendored(file, true);
  } catch (error) {
    if (error instanceof PlacementError) return false;
    throw error;
  }
}

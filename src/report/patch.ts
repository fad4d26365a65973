import type { Outcome } from "../model/outcome.ts";
import { withoutCommands } from "./ci-commands.ts";
import { NO_COLORS } from "./paint.ts";
import { shownDiff, unifiedDiff } from "./unified-diff.ts";
import type { ReportView } from "./view.ts";

type View = Pick<ReportView, "colors" | "isTerminal">;

/**
 * The rewrites among the findings as one patch, which `git apply` takes in the working folder.
 *
 * @returns empty where nothing is to be rewritten
 */
export function patchReport(_: Outcome, { changes = [], ...view }: View & Pick<ReportView, "changes">): string {
  return printedPatch(changes.map(({ file, before, after }) => unifiedDiff(file, before, after)).join(""), view);
}

/**
 * A patch as it is printed: it holds code as it is, but to a terminal or in colour it is shown only, so that nothing in
 * it is obeyed.
 */
export function printedPatch(patch: string, { colors, isTerminal }: View): string {
  return isTerminal || colors ? withoutCommands(shownDiff(patch, colors ?? NO_COLORS)) : patch;
}

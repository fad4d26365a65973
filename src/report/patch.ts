import type { Outcome } from "../model/outcome.ts";
import { withoutCommands } from "./ci-commands.ts";
import { NO_COLORS } from "./paint.ts";
import { shownDiff, unifiedDiff } from "./unified-diff.ts";
import type { ReportView } from "./view.ts";

/**
 * The rewrites among the findings as one patch, which `git apply` takes in the working folder. It holds code as it is,
 * but to a terminal or in colour it is shown only, so that nothing in it is obeyed.
 *
 * @returns empty where nothing is to be rewritten
 */
export function patchReport(_: Outcome, view: Pick<ReportView, "changes" | "colors" | "isTerminal">): string {
  const { changes = [], colors, isTerminal } = view;
  const patch = changes.map(({ file, before, after }) => unifiedDiff(file, before, after)).join("");
  return isTerminal || colors ? withoutCommands(shownDiff(patch, colors ?? NO_COLORS)) : patch;
}

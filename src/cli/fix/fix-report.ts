import type { CheckedFile, Failure } from "../../model/outcome.ts";
import type { Provenance } from "../../model/provenance.ts";
import type { Verification } from "../../model/verification.ts";
import { explainAll } from "../../report/explain/explain.ts";
import { EXPLANATION_REPORTS } from "../../report/explain/formats.ts";
import { allFingerprints } from "../../report/fingerprint.ts";
import { TOOL } from "../../report/tool.ts";
import { verificationSentences } from "../../report/verification.ts";
import type { FixSettings } from "../fix-settings.ts";
import { siteOptions, usableOf } from "../same-options.ts";
import { toolCommand } from "../tool-command.ts";
import type { Decision } from "./decision.ts";
import { fatesOf } from "./fates.ts";

/** What a run of `fix` is explained from. */
export interface FixRun {
  /** What was found: the texts before any change. */
  readonly found: readonly CheckedFile[];
  /** What was done, or under a dry run would be. */
  readonly decisions: readonly Decision[];
  readonly failures: readonly Failure[];
  readonly provenance: Provenance;
  readonly verification: Verification | undefined;
}

/** Explains what was changed, or under a dry run would be, from the texts before it. */
export function fixReport(
  format: NonNullable<FixSettings["report"]>["format"],
  { found, decisions, failures, provenance, verification }: FixRun,
  { dryRun, allowDirty, request }: FixSettings,
  workingFolder: string,
): string {
  const fates = dryRun ? undefined : fatesOf(found, decisions);
  const options = [...(allowDirty ? ["--allow-dirty"] : []), ...siteOptions(usableOf(request, failures))];
  const files = found.map((file) => ({ ...file, ...(fates && { fates }) }));
  const call = { tool: toolCommand(workingFolder), options };
  return EXPLANATION_REPORTS[format](explainAll(files, call, allFingerprints(found, provenance)), {
    failures,
    made: { version: TOOL.version, provenance },
    notes: verification ? verificationSentences(verification) : [],
  });
}

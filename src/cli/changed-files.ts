import { type CheckedFile, type FailOn, type Failure, type HelperFile, isFinding } from "../model/outcome.ts";
import { PlacementError } from "../place/placement-error.ts";
import { shownPath } from "../place/shown-path.ts";
import { writeVendored } from "../place/write-vendored.ts";
import type { FileChange } from "../report/file-change.ts";
import { applyDecision } from "./fix/apply-decision.ts";
import { type Decision, decidedText } from "./fix/decision.ts";

/** What the rewrites of a run change, and why some of them could not be made. */
export interface ChangedFiles {
  readonly changes: readonly FileChange[];
  readonly failures: readonly Failure[];
}

interface ChangeRequest {
  readonly failOn: FailOn;
  /** Absolute. */
  readonly workingFolder: string;
  /** Whether the texts are those on disk: not those of standard input, nor of the index. */
  readonly isOnDisk: boolean;
}

/** What the rewrites among the findings would change, the vendored helpers first. Looks at the disk; writes nothing. */
export function changedFiles(files: readonly CheckedFile[], request: ChangeRequest): ChangedFiles {
  const { failOn, workingFolder } = request;
  const changes: FileChange[] = [];
  const failures: Failure[] = [];
  const helpers = new Set<string>();
  for (const file of files) {
    const accepted = new Set(file.sites.filter((site) => isFinding(site, failOn)));
    const made = madeOf({ file, accepted, suggested: new Set(), suppressed: new Map() }, request);
    if (made && "failure" in made) failures.push(made.failure);
    if (!made || "failure" in made) continue;
    if (made.helper !== undefined && !helpers.has(made.helper.path)) {
      helpers.add(made.helper.path);
      changes.push({ file: shownPath(workingFolder, made.helper.path), after: made.helper.text });
    }
    changes.push({ file: made.written, before: file.source, after: made.text });
  }
  return { changes, failures };
}

interface Made {
  readonly written: string;
  readonly text: string;
  /** A helper that is not there yet. */
  readonly helper?: HelperFile | undefined;
}

function madeOf(
  decision: Decision,
  { workingFolder, isOnDisk }: ChangeRequest,
): Made | { failure: Failure } | undefined {
  if (isOnDisk) {
    const result = applyDecision(decision, workingFolder, { dry: true });
    return result && "fixed" in result ? result.fixed : result;
  }
  const { file } = decision;
  const { text, helper } = decidedText(decision);
  if (text === file.source) return undefined;
  try {
    return { written: file.file, text, helper: helper && writeVendored(helper, true) ? helper : undefined };
  } catch (error) {
    if (!(error instanceof PlacementError)) throw error;
    return { failure: { kind: "usage", file: file.file, message: error.message } };
  }
}

import { isApplied } from "../../edit/chosen-edits.ts";
import type { Verification } from "../../model/verification.ts";
import type { Decision } from "./decision.ts";

/** What was type-checked of what was decided, or withdrawn; the rest of what was found was not changed. */
export function verificationOfChanges(
  { checks, unchecked }: Verification,
  decisions: readonly Decision[],
): Verification {
  const rewritten = decisions.filter(({ accepted }) => [...accepted].some(isApplied)).map(({ file }) => file.file);
  const suggested = decisions.filter((each) => each.suggested.size > 0).map(({ file }) => file.file);
  const isRewritten = (file: string) => rewritten.includes(file);
  return {
    checks: checks
      .map((check) => ({ ...check, files: check.files.filter(isRewritten) }))
      .filter(({ files, withdrawn }) => files.length > 0 || withdrawn > 0),
    unchecked: [
      ...unchecked.filter(({ file }) => isRewritten(file)),
      ...suggested.map((file) => ({ file, why: "suggestion" }) as const),
    ],
  };
}

import { resolve } from "node:path";
import { isApplied } from "../../edit/chosen-edits.ts";
import type { CheckedSite, Failure, HelperFile } from "../../model/outcome.ts";
import { Lines } from "../../parse/lines.ts";
import { applyFile, refusalToReplace } from "../../place/apply-file.ts";
import { PlacementError } from "../../place/placement-error.ts";
import { realPath } from "../../place/real-path.ts";
import { shownPath } from "../../place/shown-path.ts";
import { readText } from "../../place/text-file.ts";
import { exportsUnionScopes } from "../../place/vendored-text.ts";
import { addToModule, writeVendored } from "../../place/write-vendored.ts";
import type { FixedFile } from "../../report/fix-summary.ts";
import { type Decision, decidedText, type MadeEdit } from "./decision.ts";
import type { HelperTestWriter } from "./helper-tests.ts";

/** What became of a decision: the file was changed, or left as it is; or there was nothing to do. */
export type Application = { readonly fixed: FixedFile } | { readonly failure: Failure } | undefined;

/** How decisions are carried out. */
export interface Manner {
  /** Look only whether it could be done. */
  readonly dry?: boolean;
  /** Whether the helper may be added to a module that is there. */
  readonly mayAdd?: boolean;
  /** What adds the tests of the helper; absent where none are asked for. */
  readonly tests?: Pick<HelperTestWriter, "add">;
}

/**
 * Carries out what was decided about a file. The vendored helper comes first, so that no file ever imports one that is
 * not there; then its tests, so that a run which is killed adds them when it is repeated.
 *
 * @param workingFolder what the file's path is relative to, absolute
 */
export function applyDecision(decision: Decision, workingFolder: string, manner: Manner = {}): Application {
  const { dry = false, mayAdd = false } = manner;
  const { file, accepted, suggested, suppressed } = decision;
  const { text, edits, helper: needed } = decidedText(decision);
  if (text === file.source) return undefined;
  const path = resolve(workingFolder, file.file);
  const early = refusalToReplace(path, file.source);
  if (early) return { failure: { kind: "unreadable", file: file.file, message: early.message } };
  let helper: HelperFile | undefined;
  try {
    if (needed && (mayAdd ? addToModule : writeVendored)(needed, dry)) helper = needed;
  } catch (error) {
    if (error instanceof PlacementError) {
      return { failure: { kind: "usage", file: file.file, message: error.message } };
    }
    throw error;
  }
  const importer = { path: realPath(path), text };
  const module = needed && { path: needed.path, text: helper?.text ?? readText(needed.path) ?? needed.text };
  const testsBefore = module && manner.tests?.add(module, importer);
  const refusal = dry ? undefined : applyFile(path, file.source, text);
  if (refusal) return { failure: { kind: "unreadable", file: file.file, message: refusal.message } };
  const isHolder = !needed && exportsUnionScopes(text) && !exportsUnionScopes(file.source);
  const tests = testsBefore ?? (isHolder ? manner.tests?.add(importer, importer) : undefined);
  const isRewritten = (site: CheckedSite) => (isApplied(site) && accepted.has(site)) || suggested.has(site);
  const rewritten = file.sites.filter(isRewritten);
  const written = shownPath(realPath(workingFolder), realPath(path));
  const fixed = {
    file: file.file,
    path,
    written,
    text,
    rewritten: rewritten.length,
    suppressed: suppressed.size,
    decided: [...suggested],
    advised: dry ? [] : adviceOn(rewritten, text, edits),
  };
  return { fixed: { ...fixed, ...(helper && { helper }), ...(tests && { tests }) } };
}

/**
 * The advice about sites that were rewritten, with the places where they stand now.
 *
 * @param text the new text
 * @param edits what made it
 */
function adviceOn(sites: readonly CheckedSite[], text: string, edits: readonly MadeEdit[]): FixedFile["advised"] {
  const advised = sites.filter(({ advice }) => advice.some(({ suppressed }) => !suppressed));
  if (advised.length === 0) return [];
  const lines = new Lines(text);
  return advised.flatMap((site) => {
    // What begins a union stands within its site.
    const before = edits.filter(({ end, role }) => end < site.start || (end === site.start && role !== "union"));
    const at = before.reduce((offset, { start, end, text }) => offset + text.length - (end - start), site.start);
    const { line, column } = lines.locate({ start: at, end: at });
    return site.advice.flatMap(({ rule, message, suppressed }) => (suppressed ? [] : { line, column, rule, message }));
  });
}

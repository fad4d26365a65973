import { resolve } from "node:path";
import { analyze } from "../../analyze.ts";
import { factsOfNames } from "../../config/roles.ts";
import type { Chosen } from "../../config/with-config.ts";
import { chosenEdits, isApplied } from "../../edit/chosen-edits.ts";
import { engineOptions } from "../../model/options.ts";
import type { CheckedFile, CheckedSite, Failure } from "../../model/outcome.ts";
import { PlacementError } from "../../place/placement-error.ts";
import { planHelper } from "../../place/plan-helper.ts";
import { shownPath } from "../../place/shown-path.ts";
import type { LinePlace } from "../file-target.ts";
import type { Decision } from "./decision.ts";

/** Whether a site has a change that only a person can choose. */
export const hasSuggestion = ({ verdict, suppressed, edits = [] }: CheckedSite): boolean =>
  verdict === "review" && !suppressed && edits.length > 0;

/**
 * The decisions that apply the suggestions at some lines, and nothing else.
 *
 * @param files what was found in the files of the places
 * @param workingFolder where relative paths begin, absolute
 */
export function suggestedDecisions(
  files: readonly CheckedFile[],
  places: readonly LinePlace[],
  workingFolder: string,
): { readonly decisions: readonly Decision[]; readonly failures: readonly Failure[] } {
  const decisions = new Map<CheckedFile, Decision & { readonly suggested: Set<CheckedSite> }>();
  const failures: Failure[] = [];
  for (const { path, line } of places) {
    const name = shownPath(workingFolder, resolve(workingFolder, path));
    const file = files.find((each) => each.file === name);
    const there = file?.sites.filter((site) => site.line <= line && line <= site.endLine) ?? [];
    const [site, ...others] = there.filter(hasSuggestion);
    if (file && site && others.length === 0) {
      const decision = decisions.get(file) ?? {
        file,
        accepted: new Set(),
        suggested: new Set(),
        suppressed: new Map(),
      };
      decision.suggested.add(site);
      decisions.set(file, decision);
    } else {
      failures.push({ kind: "usage", file: name, line, message: whyNot(there, others.length > 0) });
    }
  }
  return { decisions: [...decisions.values()], failures };
}

/** Why there is not the one suggestion to be applied on a line. */
function whyNot(there: readonly CheckedSite[], areSeveral: boolean): string {
  if (areSeveral) return "There are several suggestions on the line; break it, or apply them by hand.";
  if (there.some(isApplied))
    return "What is there is proved: fix applies it without being asked. Leave --apply-suggestion away.";
  if (there.some(({ suppressed }) => suppressed)) return "A comment suppresses what is there; take it away first.";
  if (there.some(({ verdict }) => verdict === "review")) {
    return "No change could be computed for the review there; step-up-union explain says why, and what to do.";
  }
  return "No site that is left to a person is there; step-up-union check lists them.";
}

/**
 * A decision with the edits of what a person chose among the suggestions, along with the rewrites that were accepted:
 * together, since they share the helper, and the names that they bring in.
 *
 * @param workingFolder where relative paths begin, absolute
 * @returns a failure where the helper has no place, or the file by itself does not show the sites
 */
export function changesOf(
  decision: Decision,
  { values, names }: Chosen,
  workingFolder: string,
): Decision | { readonly failure: Failure } {
  const { file, accepted, suggested } = decision;
  if (suggested.size === 0) return decision;
  const failed = (message: string) => ({ failure: { kind: "usage", file: file.file, message } as const });
  try {
    const path = resolve(workingFolder, file.file);
    const { plan, vendored } = planHelper(values, path, file.source, workingFolder);
    const options = { ...engineOptions(values, plan), accepted: [...suggested].map(({ start }) => start) };
    const analysis = analyze(file.source, path, options, factsOfNames(names, path));
    const chosen = [...[...accepted].filter(isApplied), ...suggested];
    const found = chosen.flatMap((site) => analysis.sites.find((each) => isSame(each, site)) ?? []);
    if (found.length < chosen.length) {
      return failed(
        "What was chosen rests on other files, and was not applied. Apply it by hand, as step-up-union explain shows it.",
      );
    }
    const edits = chosenEdits(analysis, new Set(found));
    const isImported = analysis.helper === "vendor" && chosen.some(({ helper }) => helper !== undefined);
    return { ...decision, changes: { edits, ...(isImported && vendored && { vendored }) } };
  } catch (error) {
    if (error instanceof PlacementError) return failed(error.message);
    throw error;
  }
}

const isSame = (one: Pick<CheckedSite, "start" | "rule" | "verdict" | "edits">, other: CheckedSite): boolean =>
  one.start === other.start && one.rule === other.rule && one.verdict === other.verdict && (one.edits?.length ?? 0) > 0;

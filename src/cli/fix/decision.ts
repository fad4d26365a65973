import { chosenEdits } from "../../edit/chosen-edits.ts";
import { ordered, splice } from "../../edit/splice.ts";
import type { CheckedFile, CheckedSite } from "../../model/outcome.ts";
import type { Edit } from "../../model/site.ts";

/** What is to be done to one file. */
export interface Decision {
  readonly file: CheckedFile;
  /** The rewrites to be applied. */
  readonly accepted: ReadonlySet<CheckedSite>;
  /** The comments to be inserted, by the site that each leaves as it is. */
  readonly suppressed: ReadonlyMap<CheckedSite, SiteComment>;
}

/** A comment that asks to leave a site as it is. */
export interface SiteComment {
  readonly edit: Edit;
  /** Why, as the comment says it. */
  readonly reason: string;
}

/** A file's new text. */
export interface Decided {
  readonly text: string;
  /** Whether the text imports the vendored helper, so that this must be there first. */
  readonly needsHelper: boolean;
}

/** All the rewrites of a file, and no comment. */
export function wholeDecision(file: CheckedFile): Decision {
  return { file, accepted: new Set(file.sites), suppressed: new Map() };
}

/** What a decision makes of a file. The source itself where nothing was decided. */
export function decidedText({ file, accepted, suppressed }: Decision): Decided {
  const rewrites = chosenEdits(file, accepted);
  // A comment comes behind all else that is inserted at its place, so that it stays next to its site.
  const edits = ordered([...rewrites, ...[...suppressed.values()].map(({ edit }) => edit)]);
  return { text: splice(file.source, edits), needsHelper: rewrites.length > 0 && file.vendored !== undefined };
}

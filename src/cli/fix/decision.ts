import { chosenEdits } from "../../edit/chosen-edits.ts";
import { ordered, splice } from "../../edit/splice.ts";
import type { CheckedFile, CheckedSite } from "../../model/outcome.ts";
import type { Edit, SiteEdit } from "../../model/site.ts";

/** What is to be done to one file. */
export interface Decision {
  readonly file: CheckedFile;
  /** The rewrites to be applied. */
  readonly accepted: ReadonlySet<CheckedSite>;
  /** The reviews whose suggested change a person has chosen. */
  readonly suggested: ReadonlySet<CheckedSite>;
  /** The comments to be inserted, by the site that each leaves as it is. */
  readonly suppressed: ReadonlyMap<CheckedSite, SiteComment>;
  /** What is to be changed, where it is more than some of the file's rewrites: with what was suggested. */
  readonly changes?: Pick<CheckedFile, "edits" | "vendored">;
}

/** A comment that asks to leave a site as it is. */
export interface SiteComment {
  readonly edit: Edit;
  /** Why, as the comment says it. */
  readonly reason: string;
}

/** An edit of a site, or of a comment. */
export type MadeEdit = Edit & { readonly role?: SiteEdit["role"] };

/** A file's new text. */
export interface Decided {
  readonly text: string;
  /** What makes it of the old one, in order. */
  readonly edits: readonly MadeEdit[];
  /** The vendored helper that the text imports, so that it must be there first. */
  readonly helper?: NonNullable<CheckedFile["vendored"]>;
}

/** All the rewrites of a file, and no comment. */
export function wholeDecision(file: CheckedFile): Decision {
  return { file, accepted: new Set(file.sites), suggested: new Set(), suppressed: new Map() };
}

/** What a decision makes of a file. The source itself where nothing was decided. */
export function decidedText({ file, accepted, suppressed, changes }: Decision): Decided {
  const rewrites = changes?.edits ?? chosenEdits(file, accepted);
  const { vendored: helper } = changes ?? file;
  // A comment comes behind all else that is inserted at its place, so that it stays next to its site.
  const edits = ordered<MadeEdit>([...rewrites, ...[...suppressed.values()].map(({ edit }) => edit)]);
  return { text: splice(file.source, edits), edits, ...(rewrites.length > 0 && helper && { helper }) };
}

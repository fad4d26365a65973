import { resolve } from "node:path";
import { type CheckedFile, type Failure, isFinding, type Problem } from "../../model/outcome.ts";
import { shownPath } from "../files/paths.ts";
import type { FixSettings } from "../fix-settings.ts";
import { uncommitted } from "./uncommitted.ts";

/** The files that are not to be touched, as reports name them, and what is to be said about them. */
export interface HeldBack {
  readonly files: ReadonlySet<string>;
  readonly failures: readonly Failure[];
  readonly remarks: readonly Problem[];
}

/** The files whose present text would be lost if a rewrite went wrong, and those that need one of them for the helper. */
export function heldBack(files: readonly CheckedFile[], settings: FixSettings, workingFolder: string): HeldBack {
  const { interactive, suggestions, helperFile } = settings;
  const wanted = files.filter(({ sites, edits }) =>
    interactive || suggestions.length > 0 ? sites.some((site) => isFinding(site, "review")) : edits.length > 0,
  );
  const needing = wanted.filter(({ vendored }) => vendored?.present).map(({ file }) => file);
  const holder = helperFile === undefined || needing.length === 0 ? [] : [shownPath(workingFolder, helperFile)];
  const names = [...wanted.map(({ file }) => file), ...holder];
  const paths = new Map(names.map((file) => [resolve(workingFolder, file), file]));
  const found = uncommitted([...paths.keys()], workingFolder);
  const dirty = new Set(found.paths.map((path) => paths.get(path) ?? path));
  const message =
    "It has changes that are not committed, and was left as it is. Commit or stash them, or give --allow-dirty.";
  return {
    files: new Set([...dirty, ...(holder.some((file) => dirty.has(file)) ? needing : [])]),
    failures: [...dirty].map((file) => ({ kind: "usage", file, message })),
    remarks: found.remarks,
  };
}

import { resolve } from "node:path";
import { type CheckedFile, type Failure, isFinding, type Problem } from "../../model/outcome.ts";
import { shownPath } from "../../place/shown-path.ts";
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
  const failuresOf = (those: readonly string[], message: string) =>
    those.map((path): Failure & { readonly file: string } => ({
      kind: "usage",
      file: paths.get(path) ?? path,
      message,
    }));
  const failures = [...failuresOf(found.paths, DIRTY), ...failuresOf(found.unknown, UNKNOWN)];
  const held = new Set(failures.map(({ file }) => file));
  return {
    files: new Set([...held, ...(holder.some((file) => held.has(file)) ? needing : [])]),
    failures,
    remarks: found.remarks,
  };
}

const DIRTY =
  "It has changes that are not committed, and was left as it is. Commit or stash them, or give --allow-dirty.";
const UNKNOWN =
  "Git cannot say whether it has changes that are not committed, so it was left as it is. Let git answer, or give --allow-dirty.";

import type { StaleEntry } from "../model/outcome.ts";

/** Where a baseline lies, and from where the files of a run are named. */
export interface BaselinePlace {
  /** Absolute. */
  readonly path: string;
  /** The working folder, absolute. */
  readonly workingFolder: string;
}

/**
 * One site that is accepted for now. Its file is named from the working folder, with slashes, as `CheckedFile` names
 * it; in the baseline's text it is named from the folder of the baseline.
 */
export interface BaselineEntry extends StaleEntry {
  /** A hash of `SiteIdentity.code`: 16 hexadecimal digits. */
  readonly code: string;
  /** Which of the sites with all this in common it is, in source order, from 1 on. */
  readonly ordinal: number;
  /** The site's code, shortened, for people who review the baseline; no part in matching. */
  readonly text?: string;
}

/** A baseline as it was read. */
export interface Baseline {
  readonly place: BaselinePlace;
  /** In the order of the file; a merge may have left some twice. */
  readonly entries: readonly BaselineEntry[];
  /** The file's raw text; absent where there was no file. */
  readonly source?: string;
}

/** The version of the file format. It grows when older versions would misread a file, or `SiteIdentity` changes. */
export const BASELINE_VERSION = 1;

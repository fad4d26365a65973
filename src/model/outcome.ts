import type { Verdict } from "./rule-ids.ts";
import type { Site, SiteEdit } from "./site.ts";
import type { Suppression } from "./suppression.ts";

/** A site as a command reports it. */
export interface CheckedSite extends Site {
  /** Present where the baseline lists the site, so that it is no finding. */
  readonly baselined?: true;
}

/** A file that is to export the helper. */
export interface HelperFile {
  /** Absolute. */
  readonly path: string;
  /** What it holds once the helper is there. */
  readonly text: string;
  /** Of a module that is there and does not export the helper: its text, and why that cannot be added, if so. */
  readonly present?: { readonly before: string; readonly refusal?: string };
}

/** A file in which there is something to report. */
export interface CheckedFile {
  /** Its path from the working folder, with slashes; `../` where it lies outside. Not made safe for a terminal. */
  readonly file: string;
  /** Its text, byte order mark included: what all offsets count in. */
  readonly source: string;
  /** In source order, `already-union`, suppressed and baselined ones included. */
  readonly sites: readonly CheckedSite[];
  /** What `fix` would apply: the rewrites' edits and those of an inline or imported helper. */
  readonly edits: readonly SiteEdit[];
  /** The file that holds the helper, where the edits import it. */
  readonly vendored?: HelperFile;
  readonly suppressions: readonly Suppression[];
}

/** Why a run could not decide. Each makes the exit code 2. */
export type FailureKind =
  /** A wrong option, or a file that an option names and that is not what it should be. */
  | "usage"
  /** A path that does not exist, or cannot be read or written. */
  | "unreadable"
  /** No path, or none of the given ones, led to a file that can be checked. */
  | "nothing-matched"
  /** A file with evidence text that does not parse. */
  | "syntax"
  /** A file for which memory, or the depth of its nesting, is too much. */
  | "too-large"
  /** A fault of this tool. */
  | "crash";

/** Something because of which a run could not decide, or that it passed over. */
export interface Problem {
  /** The path from the working folder, with slashes, or the option; absent where it is about the whole run. */
  readonly file?: string;
  /** 1-based, where the position is known. */
  readonly line?: number;
  readonly column?: number;
  /** One or two sentences: what is wrong, and what to do about it. */
  readonly message: string;
}

export interface Failure extends Problem {
  readonly kind: FailureKind;
}

/** An installed version of the MCP SDK that replaces the requested scope. */
export interface ReplacingDependency {
  readonly name: string;
  readonly version: string;
  /** The package's folder, from the working folder, with slashes. */
  readonly folder: string;
  /** Where it replaces: paths from the working folder, 1-based lines and columns. */
  readonly sites: readonly { readonly file: string; readonly line: number; readonly column: number }[];
  /** Present where it makes the run fail. */
  readonly isFinding?: true;
}

/** An entry of the baseline for which there is no site any more. */
export interface StaleEntry {
  readonly rule: string;
  readonly file: string;
  /** The names of what encloses the site, outermost first. */
  readonly symbols: readonly string[];
}

/** What a run looked at. */
export interface Counts {
  /** Files that the paths, the extensions and the ignore rules left. */
  readonly selected: number;
  /** Files whose text was read: each at most once. */
  readonly read: number;
  /** Files that passed the text test, and so were parsed. */
  readonly parsed: number;
  /** Functions that were recognised as step-up handlers, those that ask for the union included. */
  readonly handlers: number;
  /** Wall-clock time in milliseconds. */
  readonly milliseconds: number;
}

/** What a run found, whatever is made of it. */
export interface Outcome {
  /** By path, only those with sites or suppression comments. */
  readonly files: readonly CheckedFile[];
  readonly failures: readonly Failure[];
  /** What was passed over without harm to the result. */
  readonly remarks: readonly Problem[];
  readonly dependencies: readonly ReplacingDependency[];
  /**
   * The files, by path, that hold the error code of a challenge and in which no step-up handler was recognised: their
   * silence says nothing.
   */
  readonly unrecognised: readonly string[];
  /** Absent without a baseline. */
  readonly stale?: readonly StaleEntry[];
  readonly counts: Counts;
}

/** From which verdict on a site is a finding, the strictest last; `never` makes only what could not be decided fail. */
export const FAIL_ON = ["never", "rewrite", "review", "advice"] as const;
export type FailOn = (typeof FAIL_ON)[number];

const FINDINGS: Record<FailOn, readonly Verdict[]> = {
  never: ["rewrite", "review"],
  rewrite: ["rewrite"],
  review: ["rewrite", "review"],
  advice: ["rewrite", "review"],
};

/**
 * Whether a site is a finding: neither suppressed nor in the baseline, and of a verdict that counts. Under `never`
 * findings are those of `review`; they just do not fail the run.
 */
export function isFinding(site: CheckedSite, failOn: FailOn): boolean {
  if (site.baselined) return false;
  if (failOn === "advice" && site.advice.some(({ suppressed }) => !suppressed)) return true;
  return !site.suppressed && FINDINGS[failOn].includes(site.verdict);
}

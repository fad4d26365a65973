import type { SiteRuleId, Verdict } from "../src/model/rule-ids.ts";

/**
 * What is to be said about a place in a file: a verdict of the engine, or one of the two things that it says nothing
 * about and a person should have seen: a candidate that does not parse, and an assignment to a scope after the
 * literal `insufficient_scope` that no site covers.
 */
export type Mark = `${Verdict} ${SiteRuleId}` | "parse-error" | "text-match";

/** A place in a file, as the reviewed list names it. */
export interface Finding {
  /** `line:column`, both 1-based. */
  readonly at: string;
  readonly mark: Mark;
}

/** What came of one file. */
export interface FileResult {
  /** Relative to the package, with forward slashes. */
  readonly file: string;
  readonly bytes: number;
  /** Whether it passed the text test, so that it was parsed. */
  readonly candidate: boolean;
  /** The processor time that the engine took. */
  readonly seconds: number;
  /** What the engine's parser takes alone; measured where the engine took long. */
  readonly parserSeconds?: number;
  readonly findings: readonly Finding[];
  /** What is wrong whoever reviews it: a crash, a limit that was passed, output that does not parse or is not stable. */
  readonly failures: readonly string[];
}

/** What came of one package. */
export interface PackageResult {
  /** `name version`, as the reviewed list names it. */
  readonly title: string;
  readonly files: readonly FileResult[];
  /** The peak memory of the process that analyzed it. */
  readonly peakMegabytes: number;
}

import type { HelperFile } from "../../model/outcome.ts";
import type { AdviceId, SiteRuleId, Verdict } from "../../model/rule-ids.ts";
import type { EvidenceKind, Site, SiteEdit } from "../../model/site.ts";
import type { Reference } from "../../rules/references.ts";
import type { Sentence } from "../../rules/sentence.ts";
import type { Block, Change, Decision, Example } from "./block.ts";
import type { Fate } from "./fate.ts";

/** The sites of one file, with what they were found in. */
export interface ExplainedFile {
  /** The name under which reports show it. */
  readonly file: string;
  /** The text in which the sites were found. */
  readonly source: string;
  readonly sites: readonly Site[];
  /** What `fix` made of them; absent where nothing was done. */
  readonly fates?: ReadonlyMap<Site, Fate>;
  /** Its edits, those that bring the helper included; absent where nothing is to be said of these. */
  readonly edits?: readonly SiteEdit[];
  /** The file that holds the helper, where the edits import it. */
  readonly vendored?: HelperFile;
}

/** 1-based; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing that the explanation points at. */
export interface Step extends Position {
  /** The code there, on one line. */
  readonly text: string;
  readonly sentence: Sentence;
}

export interface EvidenceStep extends Step {
  readonly kind: EvidenceKind;
}

/** Where one part of the union comes from. */
export interface Part {
  readonly name: "challenged" | "previous" | "granted";
  readonly sentence: Sentence;
  /** The expression that has it, where one is known. */
  readonly text?: string;
  /** The way there, where it is known. */
  readonly steps: readonly Step[];
}

/** All that is to be said about one site. */
export interface Explanation extends Position {
  readonly file: string;
  /** What the site is known by in all reports; absent where nobody told it. */
  readonly fingerprint?: string;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: SiteRuleId;
  readonly verdict: Verdict;
  /** Whether a comment asks to leave the site as it is. */
  readonly isSuppressed: boolean;
  /** What `fix` made of the site, which then is explained as it was before; absent where nothing was done. */
  readonly fate?: Fate["kind"];
  /** The site's own sentence. */
  readonly message: string;
  /** What happens today, or what was found. */
  readonly finding: Sentence;
  /** What the verdict asks of the reader. */
  readonly conclusion: Sentence;
  /** What the code does, and what its user suffers from it. */
  readonly today: readonly Sentence[];
  readonly example: Example;
  readonly evidence: { readonly steps: readonly EvidenceStep[]; readonly sentence: Sentence };
  /** What was proved of the site and what was not; empty where nothing had to be. */
  readonly proof: readonly Sentence[];
  readonly parts: readonly Part[];
  readonly change: Change;
  /** What was left on purpose. */
  readonly left: readonly Step[];
  /** Where the union does not help. */
  readonly limits: readonly Sentence[];
  /** What must be decided before the site is settled; empty where nothing must. */
  readonly decisions: readonly Decision[];
  /** What a person may ask. */
  readonly questions: readonly Sentence[];
  readonly advice: readonly { readonly rule: AdviceId; readonly message: string; readonly suppressed?: string }[];
  readonly specification: readonly Reference[];
  /** What of all this people are shown, and in which order; programs have the rest. */
  readonly page: readonly Block[];
  /** Of the limits, those that a report tells once for all its sites. */
  readonly general: readonly Sentence[];
}

import type { AdviceId, SiteRuleId, Verdict } from "../../model/rule-ids.ts";
import type { EvidenceKind, Site } from "../../model/site.ts";
import type { Operation } from "../../rules/play.ts";
import type { Reference } from "../../rules/references.ts";
import type { Sentence } from "../../rules/sentence.ts";
import type { ChangedLines } from "./changed-lines.ts";
import type { Fate } from "./fate.ts";
import type { Course } from "./simulate.ts";

/** The sites of one file, with what they were found in. */
export interface ExplainedFile {
  /** The name under which reports show it. */
  readonly file: string;
  /** The text in which the sites were found. */
  readonly source: string;
  readonly sites: readonly Site[];
  /** What `fix` made of them; absent where nothing was done. */
  readonly fates?: ReadonlyMap<Site, Fate>;
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

/** What is requested and asked of the user over some operations, computed. */
export interface Example {
  /** What the client holds and has asked for when it begins. */
  readonly start: Sentence;
  readonly operations: readonly Operation[];
  /** As the code is, and as it could be. */
  readonly courses: readonly Course[];
  /** What comes of it. */
  readonly outcome: Sentence;
}

export interface Change {
  /** Whether the migration applies it, or has applied it. */
  readonly isApplied: boolean;
  /** Whether and by whom it is applied. */
  readonly sentence: Sentence;
  /** Empty where no change could be computed. */
  readonly blocks: readonly ChangedLines[];
  /** What else comes with it. */
  readonly remarks: readonly Sentence[];
}

/** All that is to be said about one site, in the order in which it is said. */
export interface Explanation extends Position {
  readonly file: string;
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
  /** What a person must decide. */
  readonly questions: readonly Sentence[];
  readonly advice: readonly { readonly rule: AdviceId; readonly message: string; readonly suppressed?: string }[];
  readonly specification: readonly Reference[];
}

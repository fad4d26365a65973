import type { Operation } from "../../rules/play.ts";
import type { Sentence } from "../../rules/sentence.ts";
import type { ChangedLines } from "./changed-lines.ts";
import type { Course } from "./course.ts";
import type { ExcerptLine } from "./excerpt.ts";

/** What is requested and asked of the user over some operations, computed. */
export interface Example {
  /** What the client holds and has asked for when it begins. */
  readonly start: Sentence;
  readonly operations: readonly Operation[];
  /** As the code is, and as it could be. */
  readonly courses: readonly Course[];
  /** On what it rests that is not known: "if … lets it"; empty where nothing is. */
  readonly conditions: readonly Sentence[];
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
  /** The helper that the file lacks, so that the lines alone would throw; absent where it lacks none. */
  readonly missing?: string;
  /** What else comes with it. */
  readonly remarks: readonly Sentence[];
}

/** What a person must decide, and what to do then. */
export interface Decision {
  readonly question: Sentence;
  /** What to do on each answer, without a full stop. */
  readonly answers: readonly { readonly answer: string; readonly action: Sentence }[];
}

/** A part of the page of a site, which every format shows in its own way. */
export type Block =
  | { readonly kind: "verdict"; readonly sentence: Sentence }
  | { readonly kind: "decisions"; readonly decisions: readonly Decision[] }
  | { readonly kind: "change"; readonly change: Change }
  | { readonly kind: "excerpt"; readonly lines: readonly ExcerptLine[] }
  | { readonly kind: "proof" | "limits"; readonly sentences: readonly Sentence[] }
  | { readonly kind: "example"; readonly example: Example };

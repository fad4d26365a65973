import type { Names } from "./rule.ts";
import type { CodePart, Sentence } from "./sentence.ts";

/** What can be done about a site that is left to a person, in its own names. */
export interface Ways extends Names {
  /** Whether a change could be computed. */
  readonly hasChange: boolean;
  /** Applies the suggestion; where there is none, tells what to write instead. */
  readonly apply: Sentence;
  /** The same of code that was changed before, so that its lines are others. */
  readonly applyThen: Sentence;
  /** The union as code, to be written by hand. */
  readonly union: CodePart;
  /** Whether the sink keeps what it is given, so that it holds what was asked for before. */
  readonly isKept: boolean;
  /** The lines of the code that is in doubt: `line 3`, `lines 3 and 9`. */
  readonly lines: string;
  /** Leaves the site as it is, by a comment. */
  readonly suppress: Sentence;
  /** The command that fixes the file under one more option. */
  readonly fix: (option: string) => CodePart;
}

/** A question that is answered by yes or no, each with what to do then. */
export interface DecisionWords {
  readonly question: (names: Names) => Sentence;
  readonly yes: (ways: Ways) => Sentence;
  readonly no: (ways: Ways) => Sentence;
}

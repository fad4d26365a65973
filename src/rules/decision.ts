import type { Names } from "./rule.ts";
import type { CodePart, Sentence } from "./sentence.ts";

/** The code that a question names. */
export interface Asked extends Names {
  /** The lines of the code that is in doubt: `line 3`, `lines 3 and 9`. */
  readonly lines: string;
  /** What of the site itself is in doubt; the challenged scope where only other code is. */
  readonly doubted: CodePart;
}

/** What can be done about a site that is left to a person, in its own names. */
export interface Ways extends Asked {
  /** Whether it is left for one reason alone, so that an option can settle it. */
  readonly isAlone: boolean;
  /** What `fix` does once this is settled, behind a semicolon; nothing where more is to be decided. */
  readonly then: Sentence;
  /** Whether the code answers 401s as well. */
  readonly isShared: boolean;
  /** Whether a change could be computed. */
  readonly hasChange: boolean;
  /** Applies the suggestion; where there is none, tells what to write instead. */
  readonly apply: Sentence;
  /** The same of code that was changed before, so that its lines are others. */
  readonly applyThen: Sentence;
  /** The union, to be written by hand: as code where its parts are known. */
  readonly union: Sentence;
  /** Whether the sink keeps what it is given, so that it holds what was asked for before. */
  readonly isKept: boolean;
  /** Leaves the site as it is, by a comment. */
  readonly suppress: Sentence;
  /** The command that fixes the file under one more option. */
  readonly fix: (option: string) => CodePart;
}

/** A question that is answered by yes or no, each with what to do then. */
export interface DecisionWords {
  readonly question: (asked: Asked) => Sentence;
  readonly yes: (ways: Ways) => Sentence;
  readonly no: (ways: Ways) => Sentence;
}

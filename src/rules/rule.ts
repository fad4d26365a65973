import type { Verdict } from "../model/rule-ids.ts";
import type { FileLine, Receiver } from "../model/site.ts";
import type { Play } from "./play.ts";
import type { ReferenceId } from "./references.ts";
import type { CodePart, Sentence } from "./sentence.ts";

/** What every rule has. */
export interface Rule {
  readonly verdict: Verdict | "advice";
  /** One clause, without a full stop: what a finding of this rule means. */
  readonly meaning: string;
  /** What to do about it. */
  readonly remedy: Sentence;
}

/** The code that sentences about a site name. */
export interface Names {
  readonly sink: CodePart;
  readonly challenged: CodePart;
  /** Who gets the scope where it leaves the handler, as far as that is seen. */
  readonly receiver?: Receiver | undefined;
  /** Where functions of the name that it is handed on to stand in other files. */
  readonly receivedAt?: readonly FileLine[] | undefined;
}

/** What the message of a site is made with. */
export interface Told {
  readonly verdict: Verdict;
  /** The sink and the challenged scope, as code in backticks. */
  readonly sink: string;
  readonly challenged: string;
  /** Why the site is left to a person, as a clause. */
  readonly why: string;
}

/** A rule that judges sites. */
export interface SiteRule extends Rule {
  readonly verdict: Verdict;
  /** The sentence with which a report names a site, without a full stop. */
  readonly message: (told: Told) => string;
  /** What the code does. */
  readonly today: (names: Names) => Sentence;
  /** What the code did, where `fix` has changed it; absent where it never does. */
  readonly past?: (names: Names) => Sentence;
  /** What happens to a client over some operations. */
  readonly play: Play;
  /** What the code's present course is called, with the condition under which it is taken where that is not known. */
  readonly course: string;
  /** The paragraphs that the rule rests on. */
  readonly references: readonly ReferenceId[];
  /** The option that asks for a rewrite under this rule: such a one is not proved. */
  readonly option?: string;
  /** Whether the site itself answers a 401, so that another 401 handler of the same sink is none to ask about. */
  readonly isOf401?: true;
}

/** A rule that is advice: a remark that stands beside a verdict. */
export interface AdviceRule<Data = void> extends Rule {
  readonly verdict: "advice";
  /** The remark, without a full stop. */
  readonly message: (data: Data) => string;
  /** What to ask of the reader. */
  readonly question?: Sentence;
  /** The paragraphs that the advice rests on. */
  readonly references?: readonly ReferenceId[];
}

/** The message of a site that is left to a person. */
export const leftToPerson = ({ sink, challenged, why }: Told): string =>
  `${sink} gets the challenged scope ${challenged}: ${why}`;

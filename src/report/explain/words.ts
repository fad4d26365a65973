import type { Verdict } from "../../model/rule-ids.ts";
import type { EvidenceKind, Granted, Reasons, SinkKind } from "../../model/site.ts";
import type { Names } from "../../rules/rule.ts";
import { type CodePart, type Sentence, say } from "../../rules/sentence.ts";
import type { Fate } from "./fate.ts";

/** The headings of an explanation, in its order. */
export const SECTIONS = {
  today: "Today",
  example: "For example",
  evidence: "Evidence",
  proof: "What was proved",
  parts: "Where the scopes come from",
  change: "The change",
  left: "Left on purpose",
  limits: "Where the union does not help",
  questions: "To decide",
  advice: "Advice",
  specification: "Specification",
} as const;

/** The heading of what the code did, where that is past. */
export const BEFORE = "Before the change";

/** What each verdict asks of the reader. */
export const CONCLUSIONS = {
  rewrite: say`Proved: the change can be applied as it stands, unless an answer below speaks against it.`,
  review: say`Left to a person: nothing is changed until the questions below are answered.`,
  "already-union": say`Nothing to do: what the client had is kept.`,
} satisfies Record<Verdict, Sentence>;

/** What each fate of a site asks of the reader, where its verdict has not said it. */
export const CONCLUSIONS_OF_FATES = {
  applied: say`Proved, and applied: to be taken back only if an answer below speaks against it.`,
  left: {
    rewrite: say`Proved, but not applied: the code is as it was.`,
    review: say`Left to a person: nothing was changed, and the questions below are open.`,
    "already-union": CONCLUSIONS["already-union"],
  },
  silenced: (reason: CodePart) => say`Left as it was, by a comment that was added: ${reason}.`,
} satisfies Record<Fate["kind"], Sentence | Record<Verdict, Sentence> | ((reason: CodePart) => Sentence)>;

/** What becomes of what the sink is given. */
export const SINKS = {
  field: ({ sink }) => say`${sink} is a field: every later request asks for what it holds.`,
  variable: ({ sink }) => say`${sink} is a variable that outlives the handler: later requests ask for what it holds.`,
  property: ({ sink }) =>
    say`${sink} is a property of an object that outlives the handler: later requests ask for what it holds.`,
  argument: ({ sink }) => say`${sink} is given to a call and kept nowhere: this one request asks for it.`,
  parameter: ({ sink }) => say`${sink} is the scope parameter of a request built by hand.`,
  record: ({ sink }) => say`${sink} is a property of what a call is given.`,
  return: ({ sink }) => say`${sink} is a property of what the function returns to its callers.`,
  call: ({ sink }) => say`${sink} is a call that is given the scope by itself.`,
} satisfies Record<SinkKind, (names: Names) => Sentence>;

/** What a piece of evidence is. */
export const EVIDENCE = {
  comparison: say`compares the error code with insufficient_scope`,
  "text-test": say`looks for insufficient_scope in a text`,
  "switch-case": say`is a case of a switch over the error code`,
  "error-class": say`tests for the error class that stands for insufficient_scope`,
  "early-exit": say`leaves early for everything else`,
  predicate: say`asks a predicate that tests for insufficient_scope`,
  callers: say`is called only where insufficient_scope was tested`,
  status: say`tests the status of the response`,
} satisfies Record<EvidenceKind, Sentence>;

/** What the evidence comes to, where nothing is in doubt. */
export const PROOFS = {
  "step-up": say`Where all of these hold, only an insufficient_scope challenge is left.`,
  "401": say`Where all of these hold, only a 401 is left.`,
  open: say`They let an insufficient_scope challenge in, and perhaps other answers.`,
} satisfies Record<NonNullable<Reasons["proof"]> | "open", Sentence>;

/** How the challenged scope comes to the sink. */
export const CHALLENGED = {
  all: (challenged: CodePart): Sentence => say`${challenged}, which comes from the challenge:`,
  first: say`brings it`,
  next: say`hands it on`,
  last: say`gets it`,
} as const;

/** Where the previously requested scope comes from. */
export const PREVIOUS = {
  sink: (text: CodePart): Sentence => say`${text}, the sink itself, read before it is written.`,
  other: (text: CodePart): Sentence => say`${text}, which the same handler keeps.`,
  none: say`Nothing here keeps what was requested before.`,
  /** No change was computed, so nothing was looked for. */
  unknown: say`Not looked for, since no change could be computed.`,
} as const;

/** The helper that a change calls. */
export const HELPER = {
  there: (name: CodePart): Sentence => say`${name} is in the file already.`,
  brought: (name: CodePart): Sentence => say`${name} is brought in along with it, once for the file.`,
  done: (name: CodePart): Sentence => say`${name} was brought in along with it, once for the file.`,
  missing: (name: CodePart): Sentence => say`The file has no ${name} yet: it must be added along with it.`,
} as const;

/** The conclusion about a site that a comment suppresses. */
export const SUPPRESSION = (reason: CodePart, line: number): Sentence =>
  say`Left out of other reports, and of the migration, by the comment on line ${line}: ${reason}.`;

type GrantedWords = (given: { readonly text: CodePart | string; readonly line?: number | undefined }) => Sentence;

/** Where the granted scope comes from. */
export const GRANTED = {
  handler: ({ text }) => say`${text}, of the tokens that the handler has read already and that are still current.`,
  provider: ({ text, line }) =>
    line === undefined
      ? say`${text}, of the stored tokens, read from the provider in the expression itself.`
      : say`${text}, of the stored tokens, read from the provider before line ${line}.`,
  none: ({ text }) => say`Not looked at: ${text}.`,
} satisfies Record<Granted["kind"], GrantedWords>;

/** Said where no change was computed, so that no tokens were looked for. */
export const GRANTED_UNKNOWN = say`Not looked for, since no change could be computed.`;

/** What to ask of a union that has no granted part, or whose granted part is brought in. */
export const QUESTIONS_OF_GRANTED = {
  handler: undefined,
  provider: say`May the provider's tokens be read here: is that quick, and does it change nothing?`,
  none: undefined,
} satisfies Record<Granted["kind"], Sentence | undefined>;

/** What is said where no question is left. */
export const NO_QUESTION = say`Nothing: no part of this rests on a guess.`;

/** What is asked of a 401 handler that was left. */
export const QUESTION_OF_401 = (lines: string): Sentence =>
  say`Should a 401 keep the scope as well (${lines}; --on-401=union), as in version 2 of the SDK?`;

export const QUESTION_OF_SUPPRESSION = (reason: CodePart, line: number): Sentence =>
  say`Does the reason that the comment on line ${line} gives for leaving this still hold: ${reason}?`;

/** Whether and by whom the change is applied. */
export const CHANGES = {
  applied: say`The migration applies it.`,
  suggested: say`A suggestion, which the migration does not apply.`,
  guarded: say`The migration applies the guarded form: the union on 403, on 401 the challenged scope as before.`,
  done: say`It was applied.`,
  "done-guarded": say`The guarded form was applied: the union on 403, on 401 the challenged scope as before.`,
  left: say`It would be this, and was not applied.`,
  silenced: say`It would be this, and was not applied: a comment was added that keeps it away.`,
  suppressed: say`It would be this; a comment keeps the migration from applying it.`,
  uncomputed: say`None could be computed.`,
  needless: say`None is needed.`,
} satisfies Record<string, Sentence>;

export type ChangeKind = keyof typeof CHANGES;

/** What stands in the code and was left on purpose. */
export const LEFT = {
  unauthorized: say`writes to the same sink, but on a 401, and stays: the union is for step-up.`,
  limit: say`tests whether a step-up was tried, and stays.`,
  mark: say`marks it, and stays in one run with its test: an await between would let concurrent challenges through.`,
} satisfies Record<string, Sentence>;

/** How an advice that a comment suppresses is told. */
export const SUPPRESSED_ADVICE = (reason: string): string => `suppressed: ${reason}`;

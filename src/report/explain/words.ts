import type { ObligationId, ProofAnswer } from "../../model/proof.ts";
import type { Verdict } from "../../model/rule-ids.ts";
import type { EvidenceKind, Granted, Reasons, SinkKind } from "../../model/site.ts";
import type { Names } from "../../rules/rule.ts";
import { type CodePart, type Sentence, say } from "../../rules/sentence.ts";

/** The headings of an explanation. */
export const SECTIONS = {
  decisions: "Decision needed",
  change: "Change",
  excerpt: "Code",
  proof: "What was proved",
  limits: "Limits",
  example: "For example",
} as const;

/** What each verdict asks of the reader. */
export const CONCLUSIONS = {
  rewrite: say`Proved; check the comments around it.`,
  review: say`Needs your decision; nothing was changed.`,
  "already-union": say`Nothing to do.`,
} satisfies Record<Verdict, Sentence>;

/** What is concluded of a rewrite whose union has no granted part that it could have. */
export const CONCLUSION_WITHOUT_GRANTED = say`Proved, but the union lacks the granted scope; check the comments around it.`;

/** What is concluded where an option asks for the change of what is not proved to need it. */
export const CONCLUSION_BY_OPTION = (option: string): Sentence => say`Not proved; ${{ code: option }} asks for it.`;

/** What each fate of a site asks of the reader, where its verdict has not said it. */
export const CONCLUSIONS_OF_FATES = {
  applied: say`Proved, and applied.`,
  appliedBy: (option: string) => say`Not proved; applied since ${{ code: option }} asks for it.`,
  decided: say`Not proved; a person decided to apply the change.`,
  left: {
    rewrite: say`Proved, but not applied: the code is as it was.`,
    review: CONCLUSIONS.review,
    "already-union": CONCLUSIONS["already-union"],
  },
  leftDespite: (option: string) => say`Not applied, though ${{ code: option }} asks for it: the code is as it was.`,
  silenced: (reason: CodePart) => say`Left as it was, by a comment that was added: ${reason}.`,
} as const;

/** What becomes of what the sink is given. */
export const SINKS = {
  field: ({ sink }) => say`${sink} is a field: every later authorization request asks for what it holds.`,
  variable: ({ sink }) => say`${sink} is a variable: the authorization requests behind it ask for what it holds.`,
  property: ({ sink }) =>
    say`${sink} is a property of an object: the authorization requests that read it ask for what it holds.`,
  argument: ({ sink }) => say`${sink} is given to a call and not kept here: this request asks for it.`,
  parameter: ({ sink }) => say`${sink} is the scope parameter of a request.`,
  record: ({ sink }) => say`${sink} is a property of what a call is given.`,
  return: ({ sink }) => say`${sink} is a property of what the function returns to its callers.`,
  call: ({ sink }) => say`${sink} is a call that is given the scope by itself.`,
} satisfies Record<SinkKind, (names: Names) => Sentence>;

/** What the sink is, at the margin of the code. */
export const SINK_NOTES = {
  field: "kept in a field: later authorization requests ask for it",
  variable: "kept in a variable: the authorization requests behind it ask for it",
  property: "kept in an object: later authorization requests ask for it",
  argument: "this authorization request asks for it",
  parameter: "this authorization request asks for it",
  record: "handed to a call",
  return: "returned to the callers",
  call: "handed on by this call",
} satisfies Record<SinkKind, string>;

/** The same where it is not known that requests ask for what it holds. */
export const UNKNOWN_SINK_NOTES: Readonly<Record<SinkKind, string>> = {
  ...SINK_NOTES,
  field: "kept in a field",
  variable: "kept in a variable",
  property: "kept in an object",
  argument: "given to a call",
  parameter: "given to a request",
};

/** What the code is that an obligation which is not met rests on, at the margin of the code. */
export const UNMET_NOTES: Readonly<Record<Exclude<ProofAnswer, "met">, string>> = {
  open: "in question",
  refuted: "speaks against it",
};

/** The same of obligations of which it can be said in a word what the code does. */
export const UNMET_NOTES_OF: Readonly<Partial<Record<ObligationId, typeof UNMET_NOTES>>> = {
  "still-there": { open: "may clear what is joined", refuted: "clears what is joined" },
};

/** What the call is that asks the authorization server, at the margin of the code. */
export const AUTHORIZATION_NOTE = "authorization request";

/** What a piece of evidence is. */
export const EVIDENCE = {
  comparison: "compares the error code",
  "text-test": "looks for the error code in a text",
  "switch-case": "case of the error code",
  "error-class": "names the error class",
  "early-exit": "leaves for everything else",
  predicate: "asks a function that tests the error code",
  callers: "called only behind a test of the error code",
  status: "tests the status",
} satisfies Record<EvidenceKind, string>;

/** What the evidence comes to, where nothing is in doubt. */
export const PROOFS = {
  /** Where there are no checks but those of the callers. */
  called: say`Only insufficient_scope responses lead here.`,
  "step-up": say`Only insufficient_scope responses get past these checks.`,
  "401": say`Only a 401 gets past these checks.`,
  open: say`These checks let insufficient_scope responses in, and perhaps others.`,
} satisfies Record<NonNullable<Reasons["proof"]> | "called" | "open", Sentence>;

/** How the challenged scope comes to the sink. */
export const CHALLENGED = {
  all: (challenged: CodePart): Sentence => say`${challenged}, which comes from the challenge:`,
  first: "the challenge arrives",
  next: "the scope passes here",
  last: "the scope ends here",
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
  brought: (name: CodePart, from: Sentence): Sentence => say`${name} comes with it, ${from}.`,
  done: (name: CodePart, from: Sentence): Sentence => say`${name} came with it, ${from}.`,
  missing: (name: CodePart): Sentence => say`The file lacks ${name}: ${{ code: "fix" }} adds it.`,
} as const;

/** The conclusion about a site that a comment suppresses. */
export const SUPPRESSION = (reason: CodePart, line: number): Sentence =>
  say`Suppressed by the comment on line ${line}: ${reason}.`;

/** How the helper comes into a file. */
export const HELPER_FROM = {
  /** Where the edits of the file are not known. */
  unknown: say`once for the file`,
  inline: say`as a function of this file`,
  module: (module: CodePart): Sentence => say`as an import from ${module}`,
  added: (file: CodePart, module: CodePart): Sentence => say`in the new file ${file}, imported from ${module}`,
  extended: (file: CodePart, module: CodePart): Sentence => say`added to ${file}, imported from ${module}`,
} as const;

/** Why the tokens are read before a retry limit, of a site between its test and its mark; then of one behind both. */
export const TOKENS_FIRST = (test: number, mark: number): Sentence =>
  test === mark
    ? say`The tokens are read first: an await between the retry limit's test and its mark would let concurrent challenges through.`
    : say`The tokens are read first: an await between the retry limit's test (line ${test}) and its mark (line ${mark}) would let concurrent challenges through.`;

export const TOKENS_BEFORE_LIMIT = (test: number, mark: number): Sentence =>
  test === mark
    ? say`The tokens are read before the retry limit (line ${test}), so that nothing else runs between it and the new scope.`
    : say`The tokens are read before the retry limit's test (line ${test}), so that nothing else runs between it, its mark (line ${mark}) and the new scope.`;

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

/** Of a test of the error code that stands near a site, at the margin of the code. */
export const BESIDE_NOTE = (line: number): string => `names the error code, and does not guard line ${line}`;

/** Of a 401 of which it is not seen where its request takes its scope from. */
export const UNSEEN_REQUEST = (sink: CodePart): Sentence =>
  say`It is not seen that a request after this 401 asks for ${sink}: where none does, the union changes nothing there.`;

/** What is said where no question is left. */
export const NO_QUESTION = say`Nothing.`;

/** What is asked of a 401 handler that was left. */
export const QUESTION_OF_401 = (lines: string): Sentence =>
  say`Should a 401 keep the scope as well (${lines}; --on-401=union), as in version 2 of the SDK?`;

export const QUESTION_OF_SUPPRESSION = (reason: CodePart, line: number): Sentence =>
  say`Does the reason that the comment on line ${line} gives for leaving this still hold: ${reason}?`;

/** Whether and by whom the change is applied. */
export const CHANGES = {
  applied: say`The migration applies it.`,
  suggested: say`A suggestion, not applied.`,
  guarded: say`The migration applies it: the union on a 403; a 401 asks for the challenged scope alone, as before.`,
  done: say`It was applied.`,
  decided: say`It was applied: a person's decision.`,
  "done-guarded": say`It was applied: the union on a 403; a 401 asks for the challenged scope alone, as before.`,
  left: say`It would be this, and was not applied.`,
  silenced: say`It would be this; the comment that was added keeps it away.`,
  suppressed: say`It would be this; the comment keeps it away.`,
  uncomputed: say`None could be computed; if one is needed, write it by hand.`,
  elsewhere: say`None was computed: join it where the earlier scopes still are.`,
  needless: say`None is needed.`,
} satisfies Record<string, Sentence>;

export type ChangeKind = keyof typeof CHANGES;

/** What stands in the code and was left on purpose. */
export const LEFT = {
  unauthorized: "on a 401: left as it is",
  limit: "retry limit, tested",
  mark: "retry limit, set",
} as const;

/** How an advice that a comment suppresses is told. */
export const SUPPRESSED_ADVICE = (reason: string): string => `suppressed: ${reason}`;

import type { AdviceId, SiteRuleId, Verdict } from "../../model/rules.ts";
import type { Doubt, EvidenceKind, Granted, NoTokens, Reasons, SinkKind } from "../../model/site.ts";
import type { Fate } from "./fate.ts";
import { type CodePart, type Sentence, say } from "./sentence.ts";

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

type Names = { readonly sink: CodePart; readonly challenged: CodePart };

/** What the code does. */
export const TODAY = {
  "replaced-scope": ({ sink, challenged }) =>
    say`On an insufficient_scope challenge ${sink} becomes the challenged scope ${challenged}: what the client asked for before is forgotten.`,
  "challenge-only-scope": ({ sink, challenged }) =>
    say`On an insufficient_scope challenge the client asks, by ${sink}, for the challenged scope ${challenged} alone: what it was granted before is not asked for again.`,
  "replaced-scope-401": ({ sink, challenged }) =>
    say`On a 401 ${sink} becomes the challenged scope ${challenged}: what earlier step-ups added is forgotten.`,
  "shared-401-403-handler": ({ sink, challenged }) =>
    say`The same code answers a 401 and a step-up challenge, and on both ${sink} gets the challenged scope ${challenged} alone.`,
  "unproven-step-up": ({ sink, challenged }) =>
    say`${sink} gets the challenged scope ${challenged} alone, in code that answers a step-up challenge as far as can be seen.`,
  "unfit-sink": ({ sink, challenged }) =>
    say`On an insufficient_scope challenge ${sink} gets the challenged scope ${challenged} alone, and a union can't be put in its place without more changes.`,
  "scope-collection": ({ sink, challenged }) =>
    say`On an insufficient_scope challenge ${sink}, a list of scopes, gets those of the challenge (${challenged}) alone.`,
  "scope-precedence": ({ sink, challenged }) =>
    say`On an insufficient_scope challenge ${sink} gets the challenged scope ${challenged} in preference to other scopes, not along with them.`,
  "scope-side-channel": ({ sink, challenged }) =>
    say`On an insufficient_scope challenge the challenged scope ${challenged} leaves the handler by ${sink}; what is requested is decided elsewhere.`,
  "union-kept": ({ sink, challenged }) =>
    say`On an insufficient_scope challenge ${sink} gets the challenged scope ${challenged} along with what the client had.`,
} satisfies Record<SiteRuleId, (names: Names) => Sentence>;

/** What the code did, where `fix` has changed it: the rules of which it changes something. */
export const BEFORE_THE_CHANGE: Partial<Record<SiteRuleId, (names: Names) => Sentence>> = {
  "replaced-scope": ({ sink, challenged }) =>
    say`On an insufficient_scope challenge ${sink} became the challenged scope ${challenged}: what the client had asked for before was forgotten.`,
  "challenge-only-scope": ({ sink, challenged }) =>
    say`On an insufficient_scope challenge the client asked, by ${sink}, for the challenged scope ${challenged} alone: what it had been granted before was not asked for again.`,
  "replaced-scope-401": ({ sink, challenged }) =>
    say`On a 401 ${sink} became the challenged scope ${challenged}: what earlier step-ups had added was forgotten.`,
  "shared-401-403-handler": ({ sink, challenged }) =>
    say`The same code answers a 401 and a step-up challenge, and on both ${sink} got the challenged scope ${challenged} alone.`,
};

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

/** What the evidence comes to where something is in doubt; undefined where the doubt is of something else. */
export const DOUBTED_PROOFS = {
  "shared-handler": say`They let a 401 in as well as an insufficient_scope challenge.`,
  "status-only": say`They let in a 403 of any error code.`,
  "escaping-function": say`They hold for the callers that are seen; there may be others.`,
  "unresolved-constant": say`They prove a step-up only if the tested value is insufficient_scope.`,
  "supplied-code": say`They hold also where the challenge names no error at all.`,
  "other-causes": say`They let other answers in as well as an insufficient_scope challenge.`,
  "unrelated-evidence": say`They speak of another response than the one that the scope is read from.`,
  "unknown-sink": undefined,
  collection: undefined,
  precedence: undefined,
  "discarded-union": undefined,
  "side-channel": undefined,
  "sink-needs-string": undefined,
  "state-before-tokens": undefined,
  "nothing-to-join": undefined,
  "type-error": undefined,
  "single-read": undefined,
  "narrow-sink": undefined,
  "compared-scope": undefined,
  "tested-scope": undefined,
  pattern: undefined,
  transformed: undefined,
  "unread-function": undefined,
  "unproved-text": undefined,
  "cleared-before": undefined,
  "runs-at-once": undefined,
  "several-owners": undefined,
  "other-reader": undefined,
} satisfies Record<Doubt, Sentence | undefined>;

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

/** What to ask of a person who must settle a doubt. */
export const QUESTIONS_OF_DOUBT = {
  "shared-handler": ({ sink }) =>
    say`May a 401 keep what ${sink} held, or is it a first authorization that must ask for the challenged scope alone?`,
  "status-only": () =>
    say`Is the error code of every 403 that comes here insufficient_scope, or must it be tested first?`,
  "escaping-function": () =>
    say`Do all callers, those outside this file included, come here only for a step-up challenge?`,
  "unresolved-constant": () => say`Is the value that is tested, and that comes from another file, insufficient_scope?`,
  "supplied-code": () => say`Is a response whose challenge names no error answered here with a step-up on purpose?`,
  "other-causes": () => say`May the other answers that lead here keep the scope, or only a step-up?`,
  "unrelated-evidence": () => say`Do the error code and the scope belong to the same response?`,
  "unknown-sink": ({ sink }) => say`Who reads ${sink}, and does it become the scope of a request?`,
  collection: ({ sink }) =>
    say`Where do the scopes that ${sink} held so far go, and should they be joined with those of the challenge?`,
  precedence: ({ sink }) =>
    say`Should the other choices for ${sink} be asked for along with the challenged scope, or only where there is none?`,
  "discarded-union": ({ sink }) =>
    say`When does the union computed for ${sink} lose the previous scope, or give way to the challenged one, and is that meant?`,
  "side-channel": ({ sink }) => say`Does the receiver of ${sink} join the challenged scope with the granted one?`,
  "sink-needs-string": ({ sink }) => say`What should ${sink} be where no scope is known at all?`,
  "state-before-tokens": () =>
    say`Where can the tokens be read so that no await stands between the retry guard's test and its mark?`,
  "nothing-to-join": () => say`Where does this client keep the scope that it was granted or last asked for?`,
  "type-error": ({ sink }) => say`How should ${sink} be declared so that it can hold the union?`,
  "single-read": ({ sink }) =>
    say`Into which variable can the object of ${sink} be put, so that its scope is read once and written once?`,
  "narrow-sink": ({ sink }) => say`What type of ${sink} takes several scopes, separated by spaces?`,
  "compared-scope": ({ sink }) =>
    say`By what else than ${sink} can the handler tell that it asked for this very challenge before?`,
  "tested-scope": ({ sink }) =>
    say`Can the handler test the challenged scope instead of ${sink}, before it is joined with what was kept?`,
  pattern: ({ sink }) =>
    say`Can the scope be taken out of the challenge first, so that ${sink} is assigned by itself and joined with what it held?`,
  transformed: ({ sink }) => say`Where can the scopes be joined before they are encoded for ${sink}?`,
  "unread-function": ({ challenged }) =>
    say`Does the function that gives ${challenged} return the challenged scope as it was, and not a union, a list or a token?`,
  "unproved-text": ({ sink }) =>
    say`Does ${sink} hold one text of scopes, separated by spaces, wherever it is written and read?`,
  "cleared-before": () => say`Can the granted and the previous scope be read before they are cleared?`,
  "runs-at-once": () => say`May this code wait for the tokens, or must it run at once, as its caller expects?`,
  "several-owners": ({ sink }) => say`Is ${sink} the scope of one server, account and resource alone?`,
  "other-reader": ({ sink }) => say`Does everything else that reads ${sink} take a union as well?`,
} satisfies Record<Doubt, (names: Names) => Sentence>;

/** What to ask of a union that has no granted part, or whose granted part is brought in. */
export const QUESTIONS_OF_GRANTED = {
  handler: undefined,
  provider: say`May the provider's tokens be read here: is that quick, and does it change nothing?`,
  none: undefined,
} satisfies Record<Granted["kind"], Sentence | undefined>;

export const QUESTIONS_OF_NO_TOKENS = {
  "no-provider": say`Where does this client keep its tokens, whose scope is the granted one?`,
  "cannot-await": say`Can the tokens be read before this code runs, and be handed to it?`,
  "uncaught-read": say`Can the tokens be read here, with an error of the store dealt with as it is where the handler asks?`,
  "other-server": say`Can the tokens be read of the server that is asked, whichever is chosen meanwhile?`,
  omitted: say`Is it right for this client that the tokens are left out (--tokens=omit)?`,
  unauthorized: undefined,
} satisfies Record<NoTokens, Sentence | undefined>;

export const QUESTIONS_OF_ADVICE = {
  "refresh-cannot-widen": say`Does this client store refresh tokens? Then the advice must be followed.`,
  "unbounded-step-up": say`After how many step-ups does the client give up?`,
  "granted-scope-unknown": undefined,
  "scope-may-be-missing": say`Does this server send insufficient_scope without a scope? Then the union must be guarded where the default is wider.`,
} satisfies Record<AdviceId, Sentence | undefined>;

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

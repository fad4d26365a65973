import type { SiteRuleId } from "../model/rule-ids.ts";
import type { Doubt } from "../model/site.ts";
import type { Names } from "./rule.ts";
import { type Sentence, say } from "./sentence.ts";

/** What is said where a site is left to a person. */
interface DoubtWords {
  /** The rule under which such a site is reported. */
  readonly rule: SiteRuleId;
  /** Why it is left, as a clause. */
  readonly clause: string;
  /** What the evidence comes to; absent where the doubt is of something else. */
  readonly evidence?: Sentence;
  /** What to ask of the person who must settle the doubt. */
  readonly question: (names: Names) => Sentence;
}

/** Every reason for which a site is left to a person. */
export const DOUBTS: Readonly<Record<Doubt, DoubtWords>> = {
  "shared-handler": {
    rule: "shared-401-403-handler",
    clause: "the same code answers 401 and 403; decide whether a 401 may keep the scope, or only a 403",
    evidence: say`They let a 401 in as well as an insufficient_scope challenge.`,
    question: ({ sink }) =>
      say`May a 401 keep what ${sink} held, or is it a first authorization that must ask for the challenged scope alone?`,
  },
  "status-only": {
    rule: "unproven-step-up",
    clause: "only the status 403 is tested; check that the error is insufficient_scope",
    evidence: say`They let in a 403 of any error code.`,
    question: () => say`Is the error code of every 403 that comes here insufficient_scope, or must it be tested first?`,
  },
  "escaping-function": {
    rule: "unproven-step-up",
    clause: "the function can be called from elsewhere; check that only step-up challenges lead to it",
    evidence: say`They hold for the callers that are seen; there may be others.`,
    question: () => say`Do all callers, those outside this file included, come here only for a step-up challenge?`,
  },
  "unresolved-constant": {
    rule: "unproven-step-up",
    clause: "the tested value comes from another file, or can be changed; check that it is insufficient_scope",
    evidence: say`They prove a step-up only if the tested value is insufficient_scope.`,
    question: () => say`Is the value that is tested always insufficient_scope?`,
  },
  "supplied-code": {
    rule: "unproven-step-up",
    clause: "the tested value is insufficient_scope also where the challenge names no error; check that it is one",
    evidence: say`They hold also where the challenge names no error at all.`,
    question: () => say`Is a response whose challenge names no error answered here with a step-up on purpose?`,
  },
  "other-causes": {
    rule: "unproven-step-up",
    clause:
      "other answers than insufficient_scope lead here, too; decide whether they may keep the scope, or only a step-up",
    evidence: say`They let other answers in as well as an insufficient_scope challenge.`,
    question: () => say`May the other answers that lead here keep the scope, or only a step-up?`,
  },
  "unrelated-evidence": {
    rule: "unproven-step-up",
    clause: "the error code and the scope are not read from the same response; check that they belong together",
    evidence: say`They speak of another response than the one that the scope is read from.`,
    question: () => say`Do the error code and the scope belong to the same response?`,
  },
  "unknown-sink": {
    rule: "unproven-step-up",
    clause: "it is not seen in this file how the value becomes the scope of a request",
    question: ({ sink }) => say`Who reads ${sink}, and does it become the scope of a request?`,
  },
  collection: {
    rule: "scope-collection",
    clause: "the scopes are an array or a Set; join them with those kept so far",
    question: ({ sink }) =>
      say`Where do the scopes that ${sink} held so far go, and should they be joined with those of the challenge?`,
  },
  precedence: {
    rule: "scope-precedence",
    clause: "the challenged scope is one of several alternatives; decide how they combine with those granted",
    question: ({ sink }) =>
      say`Should the other choices for ${sink} be asked for along with the challenged scope, or only where there is none?`,
  },
  "discarded-union": {
    rule: "scope-precedence",
    clause:
      "a union is computed, but the previous scope can be lost from it, or the challenged scope alone be used instead",
    question: ({ sink }) =>
      say`When does the union computed for ${sink} lose the previous scope, or give way to the challenged one, and is that meant?`,
  },
  "side-channel": {
    rule: "scope-side-channel",
    clause: "the challenged scope is handed on; check that its receiver joins it with the granted scope",
    question: ({ sink }) => say`Does the receiver of ${sink} join the challenged scope with the granted one?`,
  },
  "sink-needs-string": {
    rule: "unfit-sink",
    clause: "the sink takes no undefined, and the challenged scope is not proved present",
    question: ({ sink }) => say`What should ${sink} be where no scope is known at all?`,
  },
  "state-before-tokens": {
    rule: "unfit-sink",
    clause:
      "no place to read the tokens: an await would stand between the retry guard's test and its mark, and let concurrent challenges through",
    question: () =>
      say`Where can the tokens be read so that no await stands between the retry guard's test and its mark?`,
  },
  "nothing-to-join": {
    rule: "unfit-sink",
    clause: "neither the granted nor an earlier requested scope can be reached here",
    question: () => say`Where does this client keep the scope that it was granted or last asked for?`,
  },
  transformed: {
    rule: "unfit-sink",
    clause: "the value is encoded, and encoded scopes can't be joined; join them before",
    question: ({ sink }) => say`Where can the scopes be joined before they are encoded for ${sink}?`,
  },
  "type-error": {
    rule: "unfit-sink",
    clause: "the compiler refuses the change",
    question: ({ sink }) => say`How should ${sink} be declared so that it can hold the union?`,
  },
  "single-read": {
    rule: "unfit-sink",
    clause: "the sink's expression can't be evaluated a second time to read the previous scope",
    question: ({ sink }) =>
      say`Into which variable can the object of ${sink} be put, so that its scope is read once and written once?`,
  },
  "narrow-sink": {
    rule: "unfit-sink",
    clause: "the sink's type does not take just any text, and a union is one",
    question: ({ sink }) => say`What type of ${sink} takes several scopes, separated by spaces?`,
  },
  "compared-scope": {
    rule: "unfit-sink",
    clause:
      "the handler compares it with the challenged scope, to which a union is not equal: its retry limit would not hold",
    question: ({ sink }) =>
      say`By what else than ${sink} can the handler tell that it asked for this very challenge before?`,
  },
  "tested-scope": {
    rule: "unfit-sink",
    clause:
      "the handler stops where it holds no scope, and a union holds one without a challenged scope as well; test the challenged scope",
    question: ({ sink }) =>
      say`Can the handler test the challenged scope instead of ${sink}, before it is joined with what was kept?`,
  },
  pattern: {
    rule: "unfit-sink",
    clause: "a pattern takes the scope out of the challenge; assign it by itself, joined with the previous one",
    question: ({ sink }) =>
      say`Can the scope be taken out of the challenge first, so that ${sink} is assigned by itself and joined with what it held?`,
  },
  "unread-function": {
    rule: "unproven-step-up",
    clause:
      "the value is what a function gives that is not read here; check that it is the challenged scope, and nothing else",
    question: ({ challenged }) =>
      say`Does the function that gives ${challenged} return the challenged scope as it was, and not a union, a list or a token?`,
  },
  "changed-challenge": {
    rule: "unproven-step-up",
    clause: "other code may have changed the challenge before its parts are read; check that it still is the server's",
    evidence: say`They speak of a challenge that other code may have changed.`,
    question: () => say`Does the challenge reach this line as the server sent it?`,
  },
  "unproved-text": {
    rule: "unfit-sink",
    clause: "nothing here proves that it holds one text of scopes, and not a list or one of a few texts",
    question: ({ sink }) =>
      say`Does ${sink} hold one text of scopes, separated by spaces, wherever it is written and read?`,
  },
  "cleared-before": {
    rule: "unfit-sink",
    clause: "what was granted or asked for before is cleared on the way here; join before it is cleared",
    question: () => say`Can the granted and the previous scope be read before they are cleared?`,
  },
  "runs-at-once": {
    rule: "unfit-sink",
    clause: "other code relies on this running at once, or may replace what is read here while anything is awaited",
    question: () => say`May this code wait for the tokens, or must it run at once, as its caller expects?`,
  },
  "several-owners": {
    rule: "unfit-sink",
    clause:
      "several servers, accounts or resources share it; a union would carry the scopes of one to another's authorization server",
    question: ({ sink }) => say`Is ${sink} the scope of one server, account and resource alone?`,
  },
  "other-reader": {
    rule: "unfit-sink",
    clause: "something else reads it too, as a key or as a text, and would read the union instead",
    question: ({ sink }) => say`Does everything else that reads ${sink} take a union as well?`,
  },
};

import type { SiteRuleId } from "../model/rule-ids.ts";
import type { Doubt } from "../model/site.ts";
import { type Sentence, say } from "./sentence.ts";

/** What is said where a site is left to a person. */
interface DoubtWords {
  /** The rule under which such a site is reported. */
  readonly rule: SiteRuleId;
  /** Why it is left, as a clause. */
  readonly clause: string;
  /** Whether it is not known that the sink is the scope of a request. */
  readonly isRequestUnknown?: true;
  /** Whether no test of the error code guards the site, though one may stand near it. */
  readonly lacksErrorCode?: true;
  /** Whether a change, where one is needed, is made where the scope is received. */
  readonly isOfReceiver?: true;
  /** What is in doubt as well where no more than statuses are tested. */
  readonly ofStatusAlone?: Doubt;
  /** What the evidence comes to; absent where the doubt is of something else. */
  readonly evidence?: Sentence;
}

/** Every reason for which a site is left to a person. */
export const DOUBTS: Readonly<Record<Doubt, DoubtWords>> = {
  "shared-handler": {
    rule: "shared-401-403-handler",
    clause: "the same code answers 401 and 403; decide whether a 401 may keep the scope, or only a 403",
    ofStatusAlone: "status-only",
    evidence: say`These checks let a 401 in as well as an insufficient_scope challenge.`,
  },
  "status-only": {
    rule: "unproven-step-up",
    clause: "only a test of status 403 is seen; check that the error is insufficient_scope",
    lacksErrorCode: true,
    evidence: say`These checks let in a 403 of any error code.`,
  },
  "escaping-function": {
    rule: "unproven-step-up",
    clause: "the function may have other callers; check that only step-up challenges lead to it",
    evidence: say`These checks hold for the callers that are seen; there may be others.`,
  },
  "escaping-error": {
    rule: "unproven-step-up",
    clause: "the error caught may be thrown for something else as well; check that only step-up challenges throw it",
    evidence: say`These checks name a class of errors that may be thrown for something else, too.`,
  },
  "unresolved-constant": {
    rule: "unproven-step-up",
    clause: "the tested value comes from another file, or can be changed; check that it is insufficient_scope",
    evidence: say`These checks prove a step-up only if the tested value is insufficient_scope.`,
  },
  "supplied-code": {
    rule: "unproven-step-up",
    clause:
      "the tested value is insufficient_scope also where the challenge names no error; check that such a challenge is a step-up",
    evidence: say`These checks hold also where the challenge names no error at all.`,
  },
  "other-causes": {
    rule: "unproven-step-up",
    clause: "something else than an insufficient_scope answer may lead here; decide whether it may keep the scope",
    evidence: say`These checks may let answers in that are no insufficient_scope challenge.`,
  },
  "unrelated-evidence": {
    rule: "unproven-step-up",
    clause: "the error code and the scope may come from different responses; check that they belong together",
    evidence: say`These checks may speak of another response than the one that the scope is read from.`,
  },
  "unknown-sink": {
    rule: "unproven-step-up",
    clause: "the value was not followed to the scope of a request",
    isRequestUnknown: true,
  },
  collection: {
    rule: "scope-collection",
    clause: "the scopes are an array or a Set; join them with those kept so far",
  },
  precedence: {
    rule: "scope-precedence",
    clause: "the challenged scope is one of several alternatives; decide how they combine with those granted",
  },
  "discarded-union": {
    rule: "scope-precedence",
    clause:
      "a union is computed, but the previous scope can be lost from it, or the challenged scope alone be used instead",
  },
  "joined-elsewhere": {
    rule: "scope-precedence",
    clause:
      "requests join it with a scope that is not seen to be the granted one; check that this holds what was granted",
  },
  "side-channel": {
    rule: "scope-side-channel",
    clause: "the challenged scope is handed on; check that its receiver joins it with the granted scope",
    isRequestUnknown: true,
    isOfReceiver: true,
  },
  "sink-needs-string": {
    rule: "unfit-sink",
    clause: "the sink takes no undefined, and the challenged scope is not proved present",
  },
  "state-before-tokens": {
    rule: "unfit-sink",
    clause:
      "no place to read the tokens: an await would stand between the retry guard's test and its mark, and let concurrent challenges through",
  },
  "nothing-to-join": {
    rule: "unfit-sink",
    clause: "neither the granted nor an earlier requested scope can be reached here",
  },
  "not-async": {
    rule: "unfit-sink",
    clause:
      "the function around is not async, so that the stored tokens can't be read in it, and no earlier scope is held",
  },
  transformed: {
    rule: "unfit-sink",
    clause:
      "the scopes are encoded or renamed, or are no names with spaces between them, here or where they are used; join them before",
  },
  "type-error": {
    rule: "unfit-sink",
    clause: "the compiler refuses the change",
  },
  "single-read": {
    rule: "unfit-sink",
    clause: "the sink's expression can't be evaluated a second time to read the previous scope",
  },
  "narrow-sink": {
    rule: "unfit-sink",
    clause: "the sink's type may take some texts only, and no union of them",
  },
  "compared-scope": {
    rule: "unfit-sink",
    clause: "a test compares it, or what is granted for it, with another scope, and comes out otherwise for a union",
  },
  "tested-scope": {
    rule: "unfit-sink",
    clause:
      "the handler asks whether it holds a scope, and a union holds one without a challenged scope as well; test the challenged scope",
  },
  pattern: {
    rule: "unfit-sink",
    clause: "a pattern takes the scope out of the challenge; assign it by itself, joined with the previous one",
  },
  "unread-function": {
    rule: "unproven-step-up",
    clause:
      "not all of how the value comes from the challenge is seen; check that it is the challenged scope, and nothing else",
  },
  "missing-helper": {
    rule: "unproven-step-up",
    clause: "the union helper is called, and this file neither imports nor declares it; import it",
  },
  "changed-challenge": {
    rule: "unproven-step-up",
    clause: "other code may have changed the challenge before its parts are read; check that it still is the server's",
    evidence: say`These checks speak of a challenge that other code may have changed.`,
  },
  "unproved-text": {
    rule: "unfit-sink",
    clause: "it may hold something other than one text of scopes, such as a list or one of a few texts",
  },
  "cleared-before": {
    rule: "unfit-sink",
    clause: "what was granted or asked for before may be cleared by the time that it is joined; join before",
  },
  "taken-back": {
    rule: "unfit-sink",
    clause: "other code takes the scope back, while the stored tokens keep it: a union would ask for it again",
  },
  "used-once": {
    rule: "unfit-sink",
    clause: "the handler gives back what it asks for once that is used, and a union would ask for more than is used",
  },
  "runs-at-once": {
    rule: "unfit-sink",
    clause: "other code relies on this running at once, or may replace what is read here while anything is awaited",
  },
  "several-owners": {
    rule: "unfit-sink",
    clause:
      "it may belong to several servers, accounts or resources: a union would carry the scopes of one to another's authorization server",
  },
  "configured-only": {
    rule: "unfit-sink",
    clause: "it is joined with what is configured alone, and what an earlier step-up was granted is lost",
  },
  "outlived-grant": {
    rule: "unfit-sink",
    clause:
      "other code ends what was granted, as a sign-out does, and leaves the scope: a union would ask whoever signs in next for it; clear it there",
  },
  "limited-grant": {
    rule: "unfit-sink",
    clause: "other code limits how many scopes a grant may hold, and a union holds more with each step-up",
  },
  "unasked-scope": {
    rule: "unfit-sink",
    clause:
      "its provider asks with the client's own credentials, for the scope of its metadata and not for this one: put the union there",
  },
  "sent-as-text": {
    rule: "unfit-sink",
    clause:
      "the function seems to be sent as its text to where no import of this file exists, and so no helper; join the scopes within it",
  },
  "generated-file": {
    rule: "unfit-sink",
    clause: "the file says that it is generated; change what it is generated from",
  },
  "other-reader": {
    rule: "unfit-sink",
    clause: "other code may read it for something else than a request's scope, and would get the union",
  },
};

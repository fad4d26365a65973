import type { Doubt, FileLine } from "../model/site.ts";
import type { DecisionWords } from "./decision.ts";
import { type Sentence, say } from "./sentence.ts";

/** `src/login.ts:24` or `src/old.ts:9`, as code. */
const placesOf = (places: readonly FileLine[]): Sentence =>
  places.flatMap(({ file, line }, index) => [...(index > 0 ? [" or "] : []), { code: `${file}:${line}` }]);

/** What a person decides where it is in doubt that only an `insufficient_scope` challenge leads here, or that it is this one. */
export const EVIDENCE_DECISIONS = {
  "shared-handler": {
    question: ({ sink }) => say`May a 401 keep what ${sink} held?`,
    yes: ({ hasChange, union }) =>
      hasChange ? say`make the suggested change, with ${union} for both` : say`write ${union} for both`,
    no: ({ fix, hasChange, union }) =>
      hasChange
        ? say`run ${fix("--shared-handlers=guard")}: the union on a 403 alone`
        : say`write ${union} where it is a 403, and leave the 401 as it is`,
  },
  "status-only": {
    question: () => say`Does every 403 that comes here carry the error code insufficient_scope?`,
    yes: ({ apply }) => apply,
    no: ({ isShared, then }) =>
      isShared ? say`test the error code of a 403 here first` : say`test the error code here first${then}`,
  },
  "escaping-function": {
    question: () => say`Do all callers, also in other files, come here only for a step-up challenge?`,
    yes: ({ apply }) => apply,
    no: ({ then }) => say`let only step-ups call it${then}`,
  },
  "escaping-error": {
    question: () => say`Is this error thrown for insufficient_scope challenges alone?`,
    yes: ({ apply }) => apply,
    no: ({ then }) => say`test the error code here, or throw another error for what is none${then}`,
  },
  "unresolved-constant": {
    question: () => say`Is the value that is tested always insufficient_scope?`,
    yes: ({ apply }) => apply,
    no: ({ then }) => say`compare with ${{ code: '"insufficient_scope"' }} itself${then}`,
  },
  "supplied-code": {
    question: () => say`May a challenge that names no error be answered as a step-up?`,
    yes: ({ apply }) => apply,
    no: () => say`test the error code as the server sent it`,
  },
  "other-causes": {
    question: () => say`May whatever else leads here keep the scope, too?`,
    yes: ({ apply }) => apply,
    no: ({ hasChange, union }) =>
      hasChange
        ? say`make the suggested change only where the error code is insufficient_scope`
        : say`write ${union} only where the error code is insufficient_scope`,
  },
  "unrelated-evidence": {
    question: () => say`Do the error code and the scope come from the same response?`,
    yes: ({ apply }) => apply,
    no: ({ then }) => say`read both from one challenge${then}`,
  },
  "unknown-sink": {
    question: ({ sink }) => say`Does ${sink} become the scope of an authorization request?`,
    yes: ({ apply }) => apply,
    no: ({ suppress }) => suppress,
  },
  precedence: {
    question: ({ sink }) => say`Are the other choices for ${sink} meant for a challenge that names no scope?`,
    yes: ({ hasChange, apply, union }) =>
      hasChange ? apply : say`write ${union} where it names one, and leave them for where it names none`,
    no: ({ hasChange, union }) =>
      hasChange
        ? say`make the suggested change, and join the other choices within ${union}`
        : say`join the other choices, too, within ${union}`,
  },
  "discarded-union": {
    question: ({ challenged }) => say`Is it meant that ${challenged} can be asked for without the rest of the union?`,
    yes: ({ suppress }) => suppress,
    no: ({ union }) => say`write ${union} instead`,
  },
  "joined-elsewhere": {
    question: ({ sink }) => say`Does what requests join with ${sink} hold all that was granted or asked for before?`,
    yes: ({ suppress }) => suppress,
    no: () => say`join the scope of the stored tokens in those requests, too`,
  },
  "side-channel": {
    question: ({ sink, receiver, receivedAt = [] }) => {
      if (receivedAt.length > 0)
        return say`Does the receiver of ${sink}, by its name at ${placesOf(receivedAt)}, join the challenged scope with the granted one?`;
      switch (receiver) {
        case "kept":
          return say`${sink} keeps the challenged scope. Where it is read again, is it joined with the granted one?`;
        case "declared":
          return say`${sink} leads to code of this file. Is the challenged scope joined with the granted one there, or where it is read from there?`;
        case "caller":
          return say`Do the callers that get ${sink} join the challenged scope with the granted one?`;
        case undefined:
          return say`Does the receiver of ${sink} join the challenged scope with the granted one?`;
      }
    },
    yes: ({ suppress }) => suppress,
    no: ({ receiver }) =>
      receiver === "kept"
        ? say`join it with the granted scope and the one kept before`
        : say`join it there with the granted and the previous scope`,
  },
  "unread-function": {
    question: ({ doubted }) => say`Is ${doubted} the challenged scope alone, as one text?`,
    yes: ({ apply }) => apply,
    no: ({ suppress }) => say`read the scope from the challenge; or, if it is a union already, ${suppress}`,
  },
  "missing-helper": {
    question: () => say`Is the union helper a global of this program?`,
    yes: ({ suppress }) => suppress,
    no: () => say`import it from the module that exports it`,
  },
  "changed-challenge": {
    question: () => say`Does the challenge reach this line as the server sent it?`,
    yes: ({ apply }) => apply,
    no: ({ then }) => say`read its error code and scope before other code gets it${then}`,
  },
} satisfies Partial<Record<Doubt, DecisionWords>>;

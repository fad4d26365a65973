import type { ProofAnswer } from "../../model/proof.ts";
import type { Proof, Site } from "../../model/site.ts";
import { OBLIGATIONS } from "../../rules/obligations.ts";
import { type Sentence, say } from "../../rules/sentence.ts";
import { linesOf } from "./limits.ts";

/** How each answer is told, the worst last. */
const ANSWERS = { met: "Proved", open: "Not proved", refuted: "Refuted" } satisfies Record<ProofAnswer, string>;

/** How an answer is told that rests on there being nothing of the kind in the code that was read. */
const UNCONTRADICTED = "No sign against it";

/** What was proved of a site and what was not, a sentence for each obligation, with the lines that tell it. */
export function proofSentences({ proof }: Site): Sentence[] {
  const isUnmet = ({ answer }: Proof) => answer !== "met";
  return [...proof.filter(isUnmet), ...proof.filter((each) => !isUnmet(each))].map(
    ({ obligation, answer, evidence }) => {
      const meaning = OBLIGATIONS[obligation];
      if (evidence.length === 0) return say`${answer === "met" ? UNCONTRADICTED : ANSWERS[answer]}: ${meaning}.`;
      return say`${ANSWERS[answer]}: ${meaning} (${linesOf(evidence)}).`;
    },
  );
}

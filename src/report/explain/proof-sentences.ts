import type { ObligationId, ProofAnswer } from "../../model/proof.ts";
import type { Proof, Site } from "../../model/site.ts";
import { NO_OTHER_READER_AT_ALL, OBLIGATIONS, OBLIGATIONS_IN_SHORT } from "../../rules/obligations.ts";
import { type Sentence, say } from "../../rules/sentence.ts";
import { linesOf } from "./limits.ts";

/** How each answer is told, the worst last. */
const ANSWERS = { met: "Proved", open: "Not proved", refuted: "Refuted" } satisfies Record<ProofAnswer, string>;

/** How an answer is told that rests on there being nothing of the kind in the code that was read. */
const UNCONTRADICTED = "As read";

/** What is proved by all places at which the sink is read: the lines are theirs. */
const BY_READS: ReadonlySet<ObligationId> = new Set(["limits-end", "no-other-reader"]);

/** What is proved of the change: the line of the site, which it is told by, says nothing. */
const OF_CHANGE: ReadonlySet<ObligationId> = new Set(["in-order"]);

/** The lines that tell an answer, as words before them say. */
const cited = ({ obligation, answer, evidence }: Proof): { before: string; evidence: Proof["evidence"] } =>
  answer !== "met"
    ? { before: "", evidence }
    : { before: BY_READS.has(obligation) ? "read on " : "", evidence: OF_CHANGE.has(obligation) ? [] : evidence };

/** Whether an answer says something: where no place is seen to read the sink, none is seen to read it for something else. */
const isTold = ({ obligation, answer, evidence }: Proof): boolean =>
  answer !== "met" || evidence.length > 0 || !BY_READS.has(obligation);

/** What was proved of a site and what was not, a sentence for each obligation, with the lines that tell it. */
export function proofSentences({ proof }: Site): Sentence[] {
  const told = proof.filter(isTold);
  const isUnmet = ({ answer }: Proof) => answer !== "met";
  return [...told.filter(isUnmet), ...told.filter((each) => !isUnmet(each))].map((each) => {
    const { obligation, answer } = each;
    const meaning = OBLIGATIONS[obligation];
    const { before, evidence } = cited(each);
    if (each.evidence.length === 0) return say`${answer === "met" ? UNCONTRADICTED : ANSWERS[answer]}: ${meaning}.`;
    if (evidence.length === 0) return say`${ANSWERS[answer]}: ${meaning}.`;
    return say`${ANSWERS[answer]}: ${meaning} (${`${before}${linesOf(evidence)}`}).`;
  });
}

/**
 * The same for a page: a line each for what is not met, then all that is met on one line, and what nothing speaks
 * against on another. Nothing where all that is known is what the site's message says, nor of tokens that are not read.
 */
export function foldedProof(site: Site): Sentence[] {
  const { granted } = site.reasons;
  const isRead = granted !== undefined && granted.kind !== "none";
  const met = site.proof
    .filter(isTold)
    .filter(({ answer, obligation }) => answer === "met" && (isRead || obligation !== "provider"));
  if (met.length === 0 && site.proof.length <= 1) return [];
  const unmet = proofSentences({ ...site, proof: site.proof.filter(({ answer }) => answer !== "met") });
  const folded = (name: string, isRested: boolean): Sentence[] => {
    const all = met.filter(({ evidence }) => evidence.length > 0 === isRested);
    // In a minified file, the line says nothing.
    const isOneLine = new Set(all.flatMap(({ evidence }) => evidence.map(({ line }) => line))).size === 1;
    const listed = all.map((each) => inShort(site, each, all.length > 1 && isOneLine ? [] : linesIn(each)));
    return all.length === 0 ? [] : [say`${name}: ${listed.join("; ")}.`];
  };
  return [...unmet, ...folded(ANSWERS.met, true), ...folded(UNCONTRADICTED, false)];
}

/** More lines than this are not all named: the last one is, which is the nearest of tests that lead to a site. */
const MOST_LINES = 4;

const linesIn = (proof: Proof): number[] =>
  [...new Set(cited(proof).evidence.map(({ line }) => line))].sort((a, b) => a - b);

/** `one text of scopes (:8, :12)`. */
function inShort({ reasons }: Site, proof: Proof, lines: readonly number[]): string {
  const { obligation } = proof;
  const named = lines.map((line) => `:${line}`);
  const shown = lines.length > MOST_LINES ? [...named.slice(0, MOST_LINES - 1), "…", ...named.slice(-1)] : named;
  const places = lines.length === 0 ? "" : ` (${BY_READS.has(obligation) ? "read " : ""}${shown.join(", ")})`;
  const isAll = obligation === "no-other-reader" && isReadHereAlone(reasons.sink);
  return `${isAll ? NO_OTHER_READER_AT_ALL : OBLIGATIONS_IN_SHORT[obligation]}${places}`;
}

/** Whether no other file can read what a sink holds. */
const isReadHereAlone = ({ kind, text }: Site["reasons"]["sink"]): boolean =>
  kind === "argument" || kind === "parameter" || (kind === "field" && /\.\s*#[^.]+$/.test(text));

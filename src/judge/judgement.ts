import type { Candidate } from "../find/find.ts";
import type { ObligationId, ProofAnswer } from "../model/proof.ts";
import type { SiteRuleId, Verdict } from "../model/rule-ids.ts";
import type { Doubt } from "../model/site.ts";
import type { Node } from "../parse/tree.ts";
import { RULES } from "../rules/table.ts";
import type { Change } from "./change.ts";
import type { Claim } from "./claim.ts";

/** What was found out about one obligation (see `OBLIGATIONS`), and the code that tells it. */
export interface Answered {
  readonly obligation: ObligationId;
  readonly answer: ProofAnswer;
  readonly on: readonly Node[];
  /** Why it is not met; absent where it is. */
  readonly doubt?: Doubt;
}

/** What is concluded about a candidate, and what a change would consist of. */
export interface Judgement {
  readonly candidate: Candidate;
  readonly rule: SiteRuleId;
  readonly verdict: Verdict;
  readonly doubt?: Doubt;
  /** Where the challenged scope enters; for reports. */
  readonly challenged: Node;
  /** The change; absent where none could be computed. */
  readonly change?: Change;
  /** What was proved, and what was not; empty where nothing is claimed: for unions. */
  readonly proof: readonly Answered[];
}

/** The part of a judgement that a check decides. */
export type Conclusion = Pick<Judgement, "rule"> & Partial<Pick<Judgement, "verdict" | "doubt" | "change" | "proof">>;

/** The judgement that a conclusion about a claim comes to. */
export function judgementOf({ candidate, replacing, joining }: Claim, conclusion: Conclusion): Judgement {
  return {
    candidate,
    verdict: RULES[conclusion.rule].verdict as Verdict,
    challenged: (replacing[0] ?? joining[0])?.challenged ?? candidate.value,
    proof: [],
    ...conclusion,
  };
}

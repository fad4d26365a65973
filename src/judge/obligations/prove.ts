import type { Doubt } from "../../model/site.ts";
import { DOUBTS } from "../../rules/doubts.ts";
import { changeOf } from "../change.ts";
import { type Claim, tokensFor } from "../claim.ts";
import { isGenerated } from "../generated.ts";
import type { Conclusion } from "../judgement.ts";
import { inOrder } from "./in-order.ts";
import { limitsEnd } from "./limits-end.ts";
import { noOtherReader } from "./no-other-reader.ts";
import type { Asked, Obligation } from "./obligation.ts";
import { oneOwner } from "./one-owner.ts";
import { oneText } from "./one-text.ts";
import { onlyStepUp } from "./only-step-up.ts";
import { provider } from "./provider.ts";
import { stillThere } from "./still-there.ts";
import { thisChallenge } from "./this-challenge.ts";

/** What a rewrite must prove. The first that is not met gives the reason of a review: the hardest doubt comes first. */
export const TO_PROVE: readonly Obligation[] = [
  onlyStepUp,
  thisChallenge,
  limitsEnd,
  noOtherReader,
  inOrder,
  oneText,
  stillThere,
  provider,
  oneOwner,
];

/** Asks all that a rewrite must prove. The claim stands where every obligation is met. */
export function prove(claim: Claim): Conclusion {
  const { code, candidate, known } = claim;
  const tokens = tokensFor(claim);
  const change = changeOf(code, candidate, known, tokens);
  const asked: Asked = { ...claim, tokens, change };
  const answers = TO_PROVE.map(({ id, ask }) => ({ obligation: id, ...ask(asked) }));
  const proof = answers.map(({ obligation, ...answer }) => ({ obligation, ...answer }));
  const unmet = answers.find(({ answer }) => answer !== "met");
  const open = unmet && "doubt" in unmet ? unmet.doubt : undefined;
  const doubt = open ?? (isGenerated(code) ? "generated-file" : undefined);
  const suggested = typeof change === "string" ? {} : { change };
  if (doubt === undefined)
    return { rule: candidate.path === undefined ? "challenge-only-scope" : "replaced-scope", proof, ...suggested };
  return { rule: DOUBTS[doubt].rule, doubt, proof, ...(!HELPLESS.has(doubt) && suggested) };
}

/** The doubts at which the change would join nothing, what has been cleared by then, or by a helper that there is not. */
const HELPLESS: ReadonlySet<Doubt> = new Set(["nothing-to-join", "not-async", "cleared-before", "missing-helper"]);

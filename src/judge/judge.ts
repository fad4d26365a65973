import { isReplacement } from "../find/alternatives.ts";
import type { Candidate } from "../find/find.ts";
import type { EngineOptions } from "../model/options.ts";
import type { Code } from "../parse/code.ts";
import { type Claim, claimOf } from "./claim.ts";
import { FORMS } from "./forms.ts";
import { type Conclusion, type Judgement, judgementOf } from "./judgement.ts";
import { prove } from "./obligations/prove.ts";

export type { Judgement } from "./judgement.ts";

/**
 * Decides about one candidate: by its form, else by whether all that a rewrite must prove is proved.
 *
 * @param all the candidates of the file: what the same handler keeps is the memory of arguments that have none
 */
export function judge(
  code: Code,
  candidate: Candidate,
  options: EngineOptions,
  all: readonly Candidate[],
): Judgement | undefined {
  const known = candidate.path === undefined ? keepersFor(code, candidate, options, all) : all;
  const claim = claimOf(code, candidate, options, known);
  const form = formOf(claim);
  return form === "no-site" ? undefined : judgementOf(claim, form ?? prove(claim));
}

/** What the first form that a claim has says of it; undefined where it has none, and is put to the proof. */
function formOf(claim: Claim): Conclusion | "no-site" | undefined {
  for (const { conclude } of FORMS) {
    const said = conclude(claim);
    if (said) return said;
  }
  return undefined;
}

/** The candidates of the same handler, without those that only remember a challenge: to compare it, or for a log. */
function keepersFor(code: Code, { node }: Candidate, options: EngineOptions, all: readonly Candidate[]): Candidate[] {
  const around = code.tree.functionAround(node);
  return all.filter(
    (each) =>
      each.path !== undefined &&
      code.tree.functionAround(each.node) === around &&
      (!each.alternatives.some(isReplacement) || formOf(claimOf(code, each, options, all)) !== "no-site"),
  );
}

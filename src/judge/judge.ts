import { isReplacement } from "../find/alternatives.ts";
import type { Candidate } from "../find/find.ts";
import type { EngineOptions } from "../model/options.ts";
import type { Code } from "../parse/code.ts";
import { type Claim, claimOf } from "./claim.ts";
import { FORMS, type FormCheck } from "./forms.ts";
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
  const claim = claimFor(code, candidate, options, all);
  const said = formOf(claim)?.said;
  return said === "no-site" ? undefined : judgementOf(claim, said ?? prove(claim));
}

/** The claim of one candidate among all those of its file. */
export function claimFor(code: Code, candidate: Candidate, options: EngineOptions, all: readonly Candidate[]): Claim {
  const known = candidate.path === undefined ? keepersFor(code, candidate, options, all) : all;
  return claimOf(code, candidate, options, known);
}

/** The first form that a claim has, and what that says of it; undefined where it has none, and is put to the proof. */
export function formOf(claim: Claim): { form: FormCheck; said: Conclusion | "no-site" } | undefined {
  for (const form of FORMS) {
    const said = form.conclude(claim);
    if (said) return { form, said };
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
      (!each.alternatives.some(isReplacement) || formOf(claimOf(code, each, options, all))?.said !== "no-site"),
  );
}

import type { CompilerError } from "../model/site.ts";
import { type Code, rangeOf } from "../parse/code.ts";
import type { Judgement } from "./judge.ts";

/** A judgement as it stands; a rewrite that the compiler refuses is left to a person, with the change as a suggestion. */
export function unlessWithdrawn(code: Code, judgement: Judgement): Judgement {
  if (judgement.verdict !== "rewrite" || !rewriteError(code, judgement)) return judgement;
  return { ...judgement, rule: "unfit-sink", verdict: "review", doubt: "type-error" };
}

/** The error that the compiler reports once a site is rewritten, if it does. */
export function rewriteError(code: Code, { candidate }: Judgement): CompilerError | undefined {
  return code.facts?.rewriteErrorAt?.(rangeOf(candidate.node));
}

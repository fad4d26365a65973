import type { ObligationId } from "../../model/proof.ts";
import type { Doubt } from "../../model/site.ts";
import type { Node } from "../../parse/tree.ts";
import type { Change } from "../change.ts";
import type { Claim } from "../claim.ts";
import type { TokensPlan } from "../tokens.ts";

/** A claim with the change that is to be proved right. */
export interface Asked extends Claim {
  readonly tokens: TokensPlan;
  /** The change, or the doubt that keeps it from being made. */
  readonly change: Change | Doubt;
}

/** Whether an obligation is met, and the code that tells it; where it is not, why the site is left to a person. */
export type Answer =
  | { readonly answer: "met"; readonly on: readonly Node[] }
  | { readonly answer: "refuted" | "open"; readonly doubt: Doubt; readonly on: readonly Node[] };

/** One thing that a rewrite must prove (see `OBLIGATIONS`). */
export interface Obligation {
  readonly id: ObligationId;
  /** What goes wrong where it is not met. */
  readonly why: string;
  readonly ask: (asked: Asked) => Answer;
}

export const met = (...on: readonly Node[]): Answer => ({ answer: "met", on });

/** There is evidence of the contrary. */
export const refuted = (doubt: Doubt, ...on: readonly Node[]): Answer => ({ answer: "refuted", doubt, on });

/** There is evidence of neither. */
export const open = (doubt: Doubt, ...on: readonly Node[]): Answer => ({ answer: "open", doubt, on });

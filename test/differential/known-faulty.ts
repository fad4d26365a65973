import type { Dimension, Features } from "./grammar/features.ts";

/** Clients that are rewritten and must not be, or not so, and why. */
export interface KnownFault {
  /** What these clients have in common: one of the alternatives in each of these dimensions. */
  readonly features: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  readonly reason: string;
}

/**
 * What the engine is known to get wrong. The short form leaves these clients out, so that it says what is new; `--all`
 * takes them in. An entry goes as soon as its clients are judged right: `--known` tells which are still wrong.
 */
export const KNOWN_FAULTY: readonly KnownFault[] = [];

/** Whether a client has all that one of the known faults is about. */
export function isKnownFaulty(features: Features): boolean {
  return KNOWN_FAULTY.some((fault) => holds(fault, features));
}

/** Whether a client has all that a known fault is about. */
export function holds({ features: wanted }: KnownFault, features: Features): boolean {
  return Object.entries(wanted).every(([dimension, values]) => values.includes(features[dimension as Dimension]));
}

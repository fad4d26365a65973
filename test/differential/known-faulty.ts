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
export const KNOWN_FAULTY: readonly KnownFault[] = [
  {
    features: {
      limit: [
        "compares by Object.is",
        "compares normalized",
        "compares by a function",
        "compares by localeCompare",
        "compares by JSON",
        "compares by template",
        "compares lists",
        "compares by includes",
        "compares by switch",
        "compares by length",
        "compares a copy",
        "compares after the authorization",
        "compares a parameter",
      ],
    },
    reason: "a limit that compares what is kept with what is challenged, other than by ===, ends no more",
  },
  {
    features: {
      limit: [
        "compares the scopes",
        "compares the scopes, turned",
        "compares by a method",
        "compares what was kept after the write",
        "set of what was kept",
      ],
      caller: ["private step-up", "private step-up by scope", "step-up that anyone may call"],
    },
    reason: "a limit in the caller of the method that writes the scope compares the two: it ends no more",
  },
  {
    features: {
      limit: [
        "busy field by an event",
        "busy field by an emitter",
        "busy field by a callback",
        "busy field by call",
        "busy in the superclass",
      ],
      limitPlace: ["before the evidence", "in the caller"],
    },
    reason: "the tokens are read between the test of a limit and a mark that is made by a call of something unknown",
  },
  {
    features: {
      limit: ["busy in the superclass"],
      caller: ["private step-up", "private step-up by scope", "step-up that anyone may call"],
    },
    reason: "the tokens are read between the test of a limit in the caller and a mark by a method of the superclass",
  },
  {
    features: { caller: ["table of names", "table by status", "emitter"], limitPlace: ["in the caller"] },
    reason:
      "the tokens are read between the test of a limit in a caller that calls through a table or an emitter, and the mark",
  },
  {
    features: { caller: ["read right after the call"] },
    reason: "the tokens are awaited before the write, which the caller reads right after a call that it does not await",
  },
  {
    features: { provider: ["tokens of a user", "name of a provider", "name of a provider, other function"] },
    reason: "the first argument of a function called auth, or anything with tokens(), is taken for the SDK's provider",
  },
  {
    features: { container: ["variable of the module", "record of the module", "static field"] },
    reason: "clients of several servers share what is kept: one server's scopes reach another's authorization server",
  },
  {
    features: { servers: ["several, one field"] },
    reason: "a client of several servers keeps one scope for all: one server's scopes reach another's",
  },
  { features: { form: ["joined by +"] }, reason: "what is kept is no space-delimited text" },
  {
    features: { reset: ["clears the requested scope"] },
    reason: "the previous scope is cleared before it could be joined",
  },
  { features: { reader: ["log"] }, reason: "what is kept is shown to people as well" },
  { features: { reader: ["key of a map"] }, reason: "what is kept is a key as well" },
];

/** Whether a client has all that one of the known faults is about. */
export function isKnownFaulty(features: Features): boolean {
  return KNOWN_FAULTY.some((fault) => holds(fault, features));
}

/** Whether a client has all that a known fault is about. */
export function holds({ features: wanted }: KnownFault, features: Features): boolean {
  return Object.entries(wanted).every(([dimension, values]) => values.includes(features[dimension as Dimension]));
}

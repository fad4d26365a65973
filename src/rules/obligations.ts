import type { ObligationId } from "../model/proof.ts";

/**
 * What a rewrite must prove, in the order in which docs/rewriting.md lists it. A `rewrite` has every obligation met by
 * evidence in the code that was read; what is merely not contradicted is not met.
 */
export const OBLIGATIONS: Readonly<Record<ObligationId, string>> = {
  "only-step-up": "nothing but an insufficient_scope challenge leads here",
  "this-challenge": "the value is the scope of the challenge that was tested",
  "one-text": "the sink and the value hold one space-delimited text, or nothing",
  provider: "the tokens, where any are read, come from an OAuth client provider",
  "still-there": "granted and previous scope are still what they were at the challenge",
  "in-order": "no await comes between a test and its mark, or before what must run at once",
  "limits-end": "no decision or key ties the sink's value to the challenge",
  "one-owner": "the sink belongs to the server, account and resource whose tokens are read",
  "no-other-reader": "the sink is the scope of requests, and neither a key nor a text for people",
};

/** The same in few words, for lists of what is met. */
export const OBLIGATIONS_IN_SHORT: Readonly<Record<ObligationId, string>> = {
  "only-step-up": "only step-ups lead here",
  "this-challenge": "this challenge's scope",
  "one-text": "one text of scopes",
  provider: "an OAuth provider's tokens",
  "still-there": "nothing cleared meanwhile",
  "in-order": "no misplaced await",
  "limits-end": "no limit compares it",
  "one-owner": "one server's scope",
  "no-other-reader": "no other reader found in this file",
};

/** The same of a sink that only this file can read: a `#private` field, or a value that is passed on and not kept. */
export const NO_OTHER_READER_AT_ALL = "nothing else reads it";

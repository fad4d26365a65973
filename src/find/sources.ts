import type { Node } from "../parse/tree.ts";

/** Variables, properties and calls, as keys. */
export interface Sources {
  /** Those that are the value itself, or that hold it. */
  readonly own: Set<string>;
  /** Those that a call on the way was made on, or was given. */
  readonly given: Set<string>;
  /** Of a test: the responses that a function reads which found out what is tested, of those or of others. */
  readonly likely?: Set<string>;
}

/** The sources of what the evidence looks at: the challenge, and the response or error that it was read from. */
export type Challenge = Sources;

/** From what a value was derived. */
export interface Origin extends Sources {
  /** Whether the way names a scope: a property, a pattern, a parameter's name in a text. */
  namesScope: boolean;
}

/** The source that the result of a call is. */
export const callKey = (call: Node): string => `call@${call.start}`;

const AWAITED = "awaited:";

/** The source that a response is for what another call reads of it. */
export const readingKey = (response: string): string => `${AWAITED}${response}`;

/**
 * Whether a value comes from a challenge: it is part of it, or was read by a call from something that the challenge
 * was read from, or is. A plain property of what the challenge's reader was given (`options.scope`) is not.
 */
export function comesFrom(value: Sources, challenge: Challenge): boolean {
  const meets = (one: Set<string>, other: Set<string>) => [...one].some((source) => other.has(source));
  if (meets(value.own, challenge.own) || meets(value.given, challenge.own) || meets(value.given, challenge.given))
    return true;
  return challenge.likely !== undefined && meets(value.given, challenge.likely);
}

/** Whether a value may come from a challenge only because both were awaited from calls on the same response, or one was. */
export function isOnlyOfSameResponse(value: Sources, challenge: Challenge): boolean {
  const without = ({ own, given }: Sources): Sources => ({
    own,
    given: new Set([...given].filter((source) => !source.startsWith(AWAITED))),
  });
  return comesFrom(value, challenge) && !comesFrom(without(value), without(challenge));
}

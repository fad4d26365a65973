/**
 * What a piece of code may be answering, as a set of bits: the response's status (401, 403, any other) times the
 * challenge's error code (`insufficient_scope` or not). A condition narrows the set; a step-up handler is code for
 * which only `insufficient_scope` is left.
 */
export type Kinds = number;

export const NONE: Kinds = 0;
export const ANY: Kinds = 0b111111;
export const STATUS_401: Kinds = 0b000011;
export const STATUS_403: Kinds = 0b001100;
export const STATUS_OTHER: Kinds = 0b110000;
/** `insufficient_scope` with any status. */
export const INSUFFICIENT: Kinds = 0b010101;

/** Whether every kind of one set is in the other. */
export const isWithin = (kinds: Kinds, outer: Kinds): boolean => (kinds & ~outer) === 0;

/** Whether two sets have a kind in common. */
export const meets = (kinds: Kinds, other: Kinds): boolean => (kinds & other) !== 0;

/** Whether nothing but a step-up challenge is left, and not one that came with a 401. */
export const isStepUp = (kinds: Kinds): boolean =>
  kinds !== NONE && isWithin(kinds, INSUFFICIENT) && !isWithin(kinds, STATUS_401);

/** Whether code with these kinds can be reached by a step-up challenge at all. */
export const mayStepUp = (kinds: Kinds): boolean => meets(kinds, INSUFFICIENT & ~STATUS_401);

/** Whether only a 401 leads here. */
export const isUnauthorized = (kinds: Kinds): boolean => kinds !== NONE && isWithin(kinds, STATUS_401);

/**
 * Whether the same code serves a 401 and a step-up 403, and little else: nothing without a known status or error, or no
 * other 403, `if (status === 403 && error !== "insufficient_scope") throw …`.
 */
export const isShared = (kinds: Kinds): boolean =>
  meets(kinds, STATUS_401 & ~INSUFFICIENT) &&
  meets(kinds, STATUS_403 & INSUFFICIENT) &&
  !(meets(kinds, STATUS_OTHER & ~INSUFFICIENT) && meets(kinds, STATUS_403 & ~INSUFFICIENT));

/** Whether a 403 of any error code leads here, and nothing else that is no step-up. */
export const isForbidden = (kinds: Kinds): boolean =>
  isWithin(kinds, STATUS_403 | INSUFFICIENT) && meets(kinds, STATUS_403 & ~INSUFFICIENT);

/** Whether anything is known that tells a 401 or a step-up from other answers. */
export const tellsOfAnswer = (kinds: Kinds): boolean => isUnauthorized(kinds) || (mayStepUp(kinds) && kinds !== ANY);

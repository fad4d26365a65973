import {
  ANY_SCOPE,
  AUTHORIZATION_CALL_IN_SOURCE,
  CHALLENGE_HEADER_IN_SOURCE,
  ERROR_CODE_IN_SOURCE,
  FORCING,
} from "../rules/names.ts";

/** Whether a text holds the error code of a step-up challenge (RFC 6750 section 3.1), in any spelling. */
export function holdsErrorCode(source: string): boolean {
  return ERROR_CODE_IN_SOURCE.test(source);
}

/**
 * The test that spares most files the parser. A file that fails it holds no site that the engine could find by itself.
 *
 * @param source a file's text
 */
export function mayHoldSite(source: string): boolean {
  if (holdsErrorCode(source)) return true;
  if (source.includes(FORCING)) return ANY_SCOPE.test(source);
  return (
    source.includes("403") &&
    ANY_SCOPE.test(source) &&
    (CHALLENGE_HEADER_IN_SOURCE.test(source) || AUTHORIZATION_CALL_IN_SOURCE.test(source))
  );
}

/** Longer texts, in UTF-16 code units, are generated. */
const LONGEST_LINKED = 200_000;

/** Up to so many, a text may have a part without a word of scopes: an error class, a list of exports, a base class. */
const SHORT = 6_000;

/** What a module begins with that hands on what others export. */
const HANDING_ON = /\bexport\b(?:(?!\bexport\b)[^;'"])*\bfrom\s*["']\.{1,2}\//;

/** Whether a module hands on what other files export. */
export const handsOnExports = (source: string): boolean => HANDING_ON.test(source);

/** Whether a text may have a part in what passes a scope from one file to another. */
export const mayPassScope = (source: string): boolean =>
  source.length <= LONGEST_LINKED &&
  (source.length <= SHORT || ANY_SCOPE.test(source)) &&
  /\b(?:import|export)\b/.test(source);

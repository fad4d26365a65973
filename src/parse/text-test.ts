/**
 * `insufficient_scope` in any case and spelling: `insufficient-scope`, `InsufficientScope`, with its underscore escaped,
 * or put together of two texts that stand side by side.
 */
export const ERROR_CODE =
  /insufficient(?:[\s\S]?|\\x5f|\\u005f|\\u\{5f\}|[-_ ]?["'`](?:\s{0,4}[+,]\s{0,4}|\.concat\()["'`][-_ ]?)scope/i;
const CHALLENGE_HEADER = /www-?authenticate/i;
const AUTHORIZATION_CALL = /auth\w*\)?\s*\(/i;

/** Whether a text holds the error code of a step-up challenge (RFC 6750 section 3.1), in any spelling. */
export function holdsErrorCode(source: string): boolean {
  return ERROR_CODE.test(source);
}

/**
 * The test that spares most files the parser. A file that fails it holds no site that the engine could find by itself.
 *
 * @param source a file's text
 */
export function mayHoldSite(source: string): boolean {
  if (holdsErrorCode(source)) return true;
  return (
    source.includes("403") &&
    /scope/i.test(source) &&
    (CHALLENGE_HEADER.test(source) || AUTHORIZATION_CALL.test(source))
  );
}

/**
 * What a terminal obeys instead of showing it, or what nobody can see: control characters (C0, DEL, C1), format
 * characters (bidirectional controls, zero-width ones, tags), line and paragraph separators, lone surrogates, and what
 * else is ignored by default, such as variation selectors.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A text with every character that a terminal would obey or hide written as an escape: `\u{1b}`.
 *
 * Whatever comes from code under review goes through it: file names, code, messages that hold code, refs, the contents
 * of a baseline. Line feeds and tabs are escaped too: split lines, and replace tabs, before.
 *
 * @returns well-formed Unicode
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/**
 * C0 and C1 controls and DEL; the marks, embeddings, overrides and isolates that change a line's direction; the line
 * and paragraph separators; halves of surrogate pairs that stand alone.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/**
 * A text of somebody else's — a name, code, a message — in which nothing can steer a terminal or hide from a reader:
 * control characters, marks that change the direction of text and lone surrogates stand as escapes, such as `\u001b`.
 * Line breaks and tabs are among them: whoever wants to keep lines splits the text first.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

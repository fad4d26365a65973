import { visible } from "./safe-text.ts";

/** A character of code as a terminal shows it. */
export interface Glyph {
  readonly text: string;
  /** The columns that it takes. */
  readonly columns: number;
}

/** What stands for a tab: carets below it can't know where the terminal's own would end. */
const TAB = "  ";

/** The characters of a piece of one line, tabs replaced, everything hidden made visible. */
export function glyphsOf(text: string): Glyph[] {
  return Array.from(text, (character) => {
    const shown = character === "\t" ? TAB : visible(character);
    return { text: shown, columns: columnsOf(shown) };
  });
}

/** Glyphs as text. */
export const textOf = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join("");

/** The columns that glyphs take together. */
export const columnsOfAll = (glyphs: readonly Glyph[]): number =>
  glyphs.reduce((total, { columns }) => total + columns, 0);

/** Marks that stand on the character before them. */
const COMBINING = /^[\p{Mn}\p{Me}]$/u;

/** Characters of two columns: emoji, and those that Unicode's EastAsianWidth.txt calls wide or fullwidth. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}])$/u;

const ASCII = /^[\x20-\x7e]*$/;

/** The columns of a terminal that a text takes in which nothing is hidden. */
export function columnsOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

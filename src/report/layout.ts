import { columnsOf } from "./glyphs.ts";
import { visible } from "./safe-text.ts";

/** The lines of a message from anywhere, each safe for a terminal. */
export function messageLines(message: string): string[] {
  return message.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => visible(line.replaceAll("\t", "  ")));
}

/** A piece of code on one line, safe for a terminal, cut to a length in columns. */
export function codeOnOneLine(code: string, longest: number): string {
  // The code may be as long as a file; what is looked at need not be.
  const line = visible(
    code
      .slice(0, 4 * longest)
      .replace(/\s+/g, " ")
      .trim(),
  );
  if (columnsOf(line) <= longest && code.length <= 4 * longest) return line;
  let columns = 0;
  const kept = Array.from(line).filter((character) => {
    columns += columnsOf(character);
    return columns < longest;
  });
  return `${kept.join("")}…`;
}

/** The narrowest text that is still read rather than spelt. */
const NARROWEST = 30;

/**
 * Text wrapped at blanks. A word that is longer than a line stays whole.
 *
 * @param lines safe for a terminal
 * @param indentation the columns before the text, on every line but the first, which the caller begins
 * @param width the columns of the terminal; without it nothing is wrapped
 */
export function wrapped(lines: readonly string[], indentation: number, width: number | undefined): string {
  const room = width === undefined ? Number.POSITIVE_INFINITY : Math.max(NARROWEST, width - indentation);
  return lines.flatMap((line) => wrappedLine(line, room)).join(`\n${" ".repeat(indentation)}`);
}

function wrappedLine(line: string, room: number): string[] {
  const [first = "", ...words] = line.split(" ");
  const done: string[] = [];
  let current = first;
  let columns = columnsOf(first);
  for (const word of words) {
    const more = columnsOf(word) + 1;
    if (columns + more > room) {
      done.push(current);
      current = word;
      columns = more - 1;
    } else {
      current += ` ${word}`;
      columns += more;
    }
  }
  return [...done, current];
}

/** `1 file`, `2 files`. */
export const counted = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : nouns}`;

/** A path with a position, where there is one, safe for a terminal. */
export function placeOf(place: { readonly file: string; readonly line?: number; readonly column?: number }): string {
  const position = [place.line, place.column].filter((part) => part !== undefined);
  return [visible(place.file), ...position].join(":");
}

import { visible } from "./safe-text.ts";

const PLAIN = /^[\w@%+=:,./][\w@%+=:,./-]*$/;

/** A path as one word of a command line that can be copied from a terminal, and is never taken for an option. */
export function shellWord(path: string): string {
  return quotedWord(path.startsWith("-") ? `./${path}` : path);
}

/**
 * A text as one word of a command line, or the end of one: as it is where no shell takes it apart, else in quotes of a
 * POSIX shell, else, where it holds what a terminal must not get, in `$'…'` of bash and zsh: as bytes, since what
 * `\u` means there hangs on the locale, and old bashes do not know it.
 */
export function quotedWord(text: string): string {
  if (PLAIN.test(text)) return text;
  if (visible(text) === text) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = Array.from(text, (character) => {
    if (character === "'" || character === "\\") return `\\${character}`;
    if (visible(character) === character) return character;
    return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  });
  return `$'${escaped.join("")}'`;
}

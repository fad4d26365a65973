import { visible } from "./safe-text.ts";

const PLAIN = /^[\w@%+=:,./][\w@%+=:,./-]*$/;

/** A path as one word of a command line that can be copied from a terminal, and is never taken for an option. */
export function shellWord(path: string): string {
  return quotedWord(path.startsWith("-") ? `./${path}` : path);
}

/**
 * A text as one word of a command line, or the end of one: as it is where no shell takes it apart, else in quotes of a
 * POSIX shell, else, where it holds what a terminal must not get, in `$'…'` of bash and zsh.
 */
export function quotedWord(text: string): string {
  if (PLAIN.test(text)) return text;
  if (visible(text) === text) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = Array.from(text, (character) => {
    if (character === "'" || character === "\\") return `\\${character}`;
    if (visible(character) === character) return character;
    return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`;
  });
  return `$'${escaped.join("")}'`;
}

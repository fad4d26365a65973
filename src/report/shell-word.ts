import { visible } from "./safe-text.ts";

const PLAIN = /^[\w@%+=:,./][\w@%+=:,./-]*$/;

/**
 * A path as one word of a command line that can be copied from a terminal: as it is where no shell takes it apart, else
 * in quotes of a POSIX shell, else, where it holds what a terminal must not get, in `$'…'` of bash and zsh.
 */
export function shellWord(path: string): string {
  const operand = path.startsWith("-") ? `./${path}` : path;
  if (PLAIN.test(operand)) return operand;
  if (visible(operand) === operand) return `'${operand.replaceAll("'", "'\\''")}'`;
  const escaped = Array.from(operand, (character) => {
    if (character === "'" || character === "\\") return `\\${character}`;
    if (visible(character) === character) return character;
    return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`;
  });
  return `$'${escaped.join("")}'`;
}

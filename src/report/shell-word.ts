import { visible } from "./safe-text.ts";

/** The system whose shells read a command: there a path has neither quotes nor, but for odd ones, control characters. */
type System = typeof process.platform;

/** What no shell takes apart. PowerShell makes lists of commas, and `@` before a name is its own. */
const PLAIN_ON_WINDOWS = /^[\w+=:./][\w@+=:./-]*$/;
const PLAIN = /^[\w@%+=:,./][\w@%+=:,./-]*$/;

/** A path as one word of a command line that can be copied from a terminal, and is never taken for an option. */
export function shellWord(path: string, system: System = process.platform): string {
  return quotedWord(path.startsWith("-") ? `./${path}` : path, system);
}

/**
 * A text as one word of a command line, or the end of one: as it is where no shell takes it apart, else in quotes of a
 * POSIX shell, else, where it holds what a terminal must not get, in `$'…'` of bash and zsh: as bytes, since what
 * `\u` means there hangs on the locale, and old bashes do not know it. On Windows the quotes are those that its shells read.
 */
export function quotedWord(text: string, system: System = process.platform): string {
  if (system === "win32") return windowsWord(text);
  if (PLAIN.test(text)) return text;
  if (visible(text) === text) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = Array.from(text, (character) => {
    if (character === "'" || character === "\\") return `\\${character}`;
    if (visible(character) === character) return character;
    return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  });
  return `$'${escaped.join("")}'`;
}

/**
 * A word that cmd and PowerShell read alike: in double quotes, where it has nothing that is special in them; else as
 * PowerShell reads it, which is the shell of today's terminals.
 */
function windowsWord(text: string): string {
  if (PLAIN_ON_WINDOWS.test(text)) return text;
  if (visible(text) !== text) {
    const escaped = Array.from(text, (character) => {
      if ('"`$\u201c\u201d\u201e'.includes(character)) return `\`${character}`;
      return visible(character) === character ? character : `$([char]::ConvertFromUtf32(0x${hex(character)}))`;
    });
    return `"${escaped.join("")}"`;
  }
  return /["%`$\u201c-\u201e]/.test(text) ? `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'` : `"${text}"`;
}

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);

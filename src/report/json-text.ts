import { jsonWithoutCommands } from "./ci-commands.ts";
import { visible } from "./safe-text.ts";

/**
 * JSON in which nothing is hidden, and no CI system finds a command: only strings can hold what is replaced, and there
 * the escapes mean the same.
 */
export function withoutHidden(json: string): string {
  return jsonWithoutCommands(json).replace(/[^\n\x20-\x7e]/gu, (character) => {
    if (visible(character) === character) return character;
    return Array.from({ length: character.length }, (_, index) => unitEscape(character.charCodeAt(index))).join("");
  });
}

const unitEscape = (unit: number): string => `\\u${unit.toString(16).padStart(4, "0")}`;

/** A value as a JSON document in which nothing is hidden, with a line feed at its end. */
export const jsonText = (value: unknown): string => `${withoutHidden(JSON.stringify(value, null, 2))}\n`;

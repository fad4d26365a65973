import type { Sentence } from "../../rules/sentence.ts";
import { visible } from "../safe-text.ts";
import { escapeHtml } from "./markup.ts";

/** An invisible space that keeps a character from being read together with what follows it. */
const APART = "&#8203;";

/**
 * Somebody else's text as Markdown that shows just this text: no markup, HTML, link, mention of a person or team, or
 * reference to an issue comes of it.
 */
export function inertText(text: string): string {
  return visible(text)
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*[\]~|$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replace(/@/g, `@${APART}`)
    .replace(/(?<!&)#/g, `#${APART}`)
    .replace(/:(?=\/\/)/g, `:${APART}`)
    .replace(/\b(GH)-(?=\d)/gi, `$1${APART}-`)
    .replace(/\b(www)\./gi, `$1${APART}.`);
}

/** Somebody else's code as a code span: its fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const shown = visible(text) || " ";
  const fence = "`".repeat(longestRun(shown) + 1);
  const space = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${fence}${space}${shown}${space}${fence}`;
}

/** A code span in a cell of a table, where a pipe ends the cell even in code. */
export const codeCell = (text: string): string => codeSpan(text).replace(/\|/g, "\\|");

/** Lines of code as a block, its fence longer than any run of backticks in them. Control characters but tabs show. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const shown = lines.map(visibleLine);
  const fence = "`".repeat(Math.max(3, longestRun(shown.join("\n")) + 1));
  return [`${fence}${language}`, ...shown, fence].join("\n");
}

/** A line of code in which all but tabs is visible. */
export const visibleLine = (line: string): string => line.split("\t").map(visible).join("\t");

/** Code inside of HTML that Markdown lets through: a heading that can be clicked. */
export const codeElement = (text: string): string => `<code>${escapeHtml(visible(text))}</code>`;

/** A sentence as Markdown. */
export const markdownOf = (sentence: Sentence): string =>
  sentence
    .map((part) => (typeof part === "string" ? inertText(part) : codeSpan(part.code)))
    .join("")
    .replace(/^\s*(?=[-+=:]|\d+[.)])/, APART);

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));

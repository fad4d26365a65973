import type { Sentence } from "../../rules/sentence.ts";
import { visible } from "../safe-text.ts";

/** HTML that is safe to be put into a page. */
export interface Markup {
  readonly markup: string;
}

type Content = string | number | Markup | readonly Markup[];

/**
 * Writes HTML: ``html`<p class="${name}">${text}</p>` ``. Every text that is put in is made visible and escaped, for
 * content and for quoted attributes; markup stays as it is.
 */
export function html(texts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const parts = texts.map((text, index) => {
    const content = contents[index];
    return content === undefined ? text : text + written(content);
  });
  return { markup: parts.join("") };
}

function written(content: Content): string {
  if (typeof content === "number") return String(content);
  if (typeof content === "string") return escapeHtml(visible(content));
  return "markup" in content ? content.markup : content.map(({ markup }) => markup).join("");
}

/**
 * A text as HTML: for content and for quoted attributes. What the logs of CI systems obey (see `ci-commands.ts`) is written
 * as entities, too, for who prints a page there.
 */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'`]|#(?=#\w*\[)|:(?=:)/g, (character) => `&#${character.charCodeAt(0)};`);

/** Text of our own, a style sheet or a script, that stands in a page as it is. */
export const verbatim = (text: string): Markup => ({ markup: text });

/** A line of code, in which tabs stay. */
export const codeText = (text: string): Markup => ({
  markup: text
    .split("\t")
    .map((part) => escapeHtml(visible(part)))
    .join("\t"),
});

/** A path, to be broken behind its slashes first where there is no room for it. */
export const pathMarkup = (path: string): Markup => ({
  markup: path
    .split(/(?<=\/)/)
    .map((part) => html`${part}`.markup)
    .join("<wbr>"),
});

/** A sentence as HTML. */
export const sentenceMarkup = (sentence: Sentence): Markup => ({
  markup: sentence
    .map((part) => (typeof part === "string" ? html`${part}` : html`<code>${part.code}</code>`).markup)
    .join(""),
});

import type { Decision } from "./block.ts";
import type { Explanation } from "./explanation.ts";
import { codeSpan, inertText, markdownOf } from "./inert-markdown.ts";
import { html, type Markup, sentenceMarkup } from "./markup.ts";
import { ANSWERS, CONTROLS } from "./report-words.ts";

/**
 * The questions of a site, each with its answers to be chosen from and a note. The controls are for the page's script;
 * without it, questions and answers are text. What the checklist says of them comes along as Markdown that is inert, so
 * that the script only has to put it together.
 *
 * @param site the place of the site among all, which tells its questions from those of others
 */
export const decisionsMarkup = (decisions: readonly Decision[], site: number): Markup =>
  html`${decisions.map((each, index) => questionMarkup(each, `answer-${site}-${index + 1}`))}`;

function questionMarkup({ question, answers }: Decision, name: string): Markup {
  const choices = answers.map(
    ({ answer, action }) =>
      html`<li><label>${radio(name, answer, markdownOf(action))}<b>${answer}</b> <span>${sentenceMarkup(action)}</span></label></li>`,
  );
  return html`<fieldset class="question" data-question="${markdownOf(question)}"><legend>${sentenceMarkup(question)}</legend>
<ul class="choices">${choices}<li class="answering" hidden><label><input type="radio" name="${name}" value="" autocomplete="off" checked><span>${ANSWERS.undecided}</span></label></li></ul>
<label class="remark answering" hidden><span>${ANSWERS.note}</span> <span class="growing"><textarea rows="1" autocomplete="off"></textarea></span></label></fieldset>`;
}

const radio = (name: string, answer: string, action: string): Markup =>
  html`<input class="answering" type="radio" name="${name}" value="${answer}" data-action="${action}" autocomplete="off" hidden>`;

/** What the checklist calls a site, as Markdown. */
export function siteInChecklist({ file, line, column, rule, fingerprint }: Explanation): string {
  const known = fingerprint === undefined ? "" : `, ${ANSWERS.fingerprint} ${codeSpan(fingerprint)}`;
  return `${codeSpan(`${file}:${line}:${column}`)} (${inertText(rule)}${known})`;
}

/**
 * What stays in sight while sites are read: the way back, and where there are questions, how many are open, and the
 * answers to be taken along. Nothing where there is nothing to go back to.
 *
 * @param made what the report was made of, as Markdown
 */
export function barMarkup(explanations: readonly Explanation[], made: string): Markup {
  const isAsked = explanations.some(({ decisions }) => decisions.length > 0);
  if (explanations.length < 2 && !isAsked) return html``;
  return html`<nav class="bar" aria-label="${CONTROLS.bar}"><a href="#overview">${CONTROLS.overview}</a>${isAsked ? answersMarkup(made) : html``}</nav>`;
}

const answersMarkup = (made: string): Markup => html`
<div id="answers" class="answering" data-title="${ANSWERS.title}" data-undecided="${ANSWERS.undecided}" data-made="${made}" hidden>
<span role="status" id="open" data-some="${ANSWERS.open}" data-none="${ANSWERS.answered}"></span>
<button type="button" id="next-open">${ANSWERS.next}</button>
<button type="button" id="copy" data-done="${ANSWERS.copied}" data-failed="${ANSWERS.uncopied}">${ANSWERS.copy}</button>
<button type="button" id="download" data-name="${ANSWERS.fileName}">${ANSWERS.download}</button>
<span role="status" id="taken"></span>
<textarea id="result" aria-label="${ANSWERS.result}" rows="8" readonly hidden></textarea>
</div>
`;

import { fromMessage, type Sentence, together } from "../../rules/sentence.ts";
import { ALLOWED, ASKS, OPERATION, SUMMARY } from "./example-words.ts";
import type { Explanation, Step } from "./explanation.ts";
import { diffMarkup } from "./html-diff.ts";
import { flowMarkup } from "./html-flow.ts";
import { html, type Markup, pathMarkup, sentenceMarkup } from "./markup.ts";
import { headingOfToday, stateOf } from "./report-words.ts";
import { SECTIONS, SUPPRESSED_ADVICE } from "./words.ts";

/** The place of a file in the list of files, by which the page's script knows it. */
export type FileNumber = (file: string) => number;

/** One site as an article of the page. */
export function siteMarkup(explanation: Explanation, index: number, fileNumber: FileNumber): Markup {
  const { file, line, column, verdict, rule, message, conclusion, change, evidence, parts } = explanation;
  const state = stateOf(explanation);
  const advice = explanation.advice.map(
    ({ rule: id, message: text, suppressed }): Sentence => [
      { code: id },
      ": ",
      ...fromMessage(text),
      ...(suppressed === undefined ? [] : [` (${SUPPRESSED_ADVICE(suppressed)})`]),
    ],
  );
  return html`<article id="site-${index}" aria-labelledby="name-${index}" data-verdict="${verdict}" data-rule="${rule}" data-file="${fileNumber(file)}">
<h2 id="name-${index}"><span class="verdict ${verdict}">${verdict}</span> <code>${pathMarkup(`${file}:${line}:${column}`)}</code> <span class="rule">${rule}${state === undefined ? "" : ` (${state})`}</span></h2>
${explanation.fate === "applied" ? html`` : html`<p class="message">${sentenceMarkup(fromMessage(message))}</p>`}
<p>${sentenceMarkup(conclusion)}</p>
<h3>${SECTIONS.change}</h3>
${paragraph(together([change.sentence, ...change.remarks]))}
${change.blocks.length > 0 ? diffMarkup(change.blocks) : html``}
<h3>${headingOfToday(explanation)}</h3>
${paragraph(together(explanation.today))}
<h3>${SECTIONS.example}</h3>
${exampleMarkup(explanation)}
<h3>${SECTIONS.evidence}</h3>
${steps(evidence.steps)}
${paragraph(evidence.sentence)}
<div class="proof">${listed(SECTIONS.proof, explanation.proof)}</div>
<h3>${SECTIONS.parts}</h3>
<ul>${parts.map((part) => html`<li>${part.name}: ${sentenceMarkup(part.sentence)}${steps(part.steps)}</li>`)}</ul>
${explanation.left.length > 0 ? html`<h3>${SECTIONS.left}</h3>${steps(explanation.left)}` : html``}
${listed(SECTIONS.limits, explanation.limits)}
${listed(SECTIONS.questions, explanation.questions)}
${listed(SECTIONS.advice, advice)}
<h3>${SECTIONS.specification}</h3>
<ul>${explanation.specification.map(({ document, section, url, sentence }) => html`<li><a href="${url}" rel="noreferrer">${document}, ${section}</a>: ${sentenceMarkup(sentence)}</li>`)}</ul>
</article>`;
}

const paragraph = (sentence: Sentence): Markup => html`<p>${sentenceMarkup(sentence)}</p>`;

const listed = (title: string, sentences: readonly Sentence[]): Markup =>
  sentences.length === 0
    ? html``
    : html`<h3>${title}</h3><ul>${sentences.map((each) => html`<li>${sentenceMarkup(each)}</li>`)}</ul>`;

const steps = (all: readonly Step[]): Markup =>
  all.length === 0
    ? html``
    : html`<ul class="steps">${all.map(({ line, column, text, sentence }) => html`<li><span class="place">${line}:${column}</span> <code>${text}</code> ${sentenceMarkup(sentence)}</li>`)}</ul>`;

function exampleMarkup(explanation: Explanation): Markup {
  const { operations, courses, start, outcome } = explanation.example;
  const cells = (texts: readonly (string | number)[]) => texts.map((text) => html`<td>${text}</td>`);
  const row = (head: string, texts: readonly (string | number)[]) =>
    html`<tr><th scope="row">${head}</th>${cells(texts)}</tr>`;
  const happened = (index: number) =>
    courses.map(({ happenings }) => {
      const requested = happenings[index]?.requested;
      return requested === undefined ? ALLOWED : ASKS(requested);
    });
  return html`${paragraph(start)}
<div class="flows">${flowMarkup(explanation)}</div>
<table class="example"><thead><tr><td></td>${courses.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${operations.map((operation, index) => row(OPERATION(operation), happened(index)))}
${row(
  SUMMARY.consents,
  courses.map(({ consents }) => consents),
)}
${row(
  SUMMARY.held,
  courses.map(({ held }) => held),
)}
</tbody></table>
<p class="outcome">${sentenceMarkup(outcome)}</p>`;
}
